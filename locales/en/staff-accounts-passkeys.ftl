# Passkeys.
accounts-passkeys = Passkeys
accounts-passkeys-lead = A passkey signs you in with your finger, face or PIN on your own device, without password and code. It works on this site alone, so nobody can fish for it.
accounts-passkeys-none = You have none.
accounts-passkey-add = Add a passkey
accounts-passkey-lead = Your device or security key will ask for your finger, face or PIN. Add one on a second device as well, in case you lose the first. Your password and code go on working.
accounts-passkey-without = This browser cannot make a passkey here. Open this page under the address that your office gave you, in a browser that is up to date. Password and code go on working.
accounts-passkey-name = Name of the passkey
accounts-passkey-name-hint = So that you know it again, such as “office laptop”. At most 60 characters.
accounts-passkey-make = Make the passkey
accounts-passkey-remove = Remove
accounts-passkey-sign-in = Sign in with a passkey
accounts-passkey-confirm = Confirm with a passkey
accounts-passkey-failed = Nothing came from your device. Try again, or use password and code.
accounts-error-passkey = The passkey does not fit, or it took too long. Try again, or use password and code.
accounts-error-passkey-name = Give the passkey a name of at most 60 characters.
accounts-error-passkey-many = You have ten passkeys, and cannot add more. Remove one first.
