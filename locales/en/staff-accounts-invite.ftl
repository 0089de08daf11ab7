# Invitations, and the second person who confirms what an account may read.
accounts-invite = Invite
accounts-invite-lead = You get a link to hand over. With it the person chooses password and second factor; you never see them.
accounts-invited = Invitation for { $name }: hand over the link, or the code, to this person alone. It works once, and is shown only now.
accounts-invited-until = Good until
accounts-invited-code = The same as a code:
accounts-invited-waits = The account opens nothing before a second person has confirmed it: a supervisor of the office, or the data-protection officer.
accounts-invite-anew = New invitation
accounts-invite-anew-lead = Who lost password or second factor chooses both anew with an invitation. Sessions, tokens, passkeys and recovery codes end then, each page of the person says that it was asked, and roles that read wait for a second person again.
accounts-waits = waits for a second person
accounts-person-waits = These roles wait for a second person:
accounts-asked-anew = On { $since } an administrator made an invitation to choose your password and second factor anew. If you did not ask for it, tell your supervisor and the data-protection officer now.
accounts-own-waits = A second person has to confirm these roles: { $roles }. Tell them this code, face to face or on a telephone number that you know, and nobody else: { $code }
accounts-invitation-title = Invitation
accounts-invitation-ask = Type the code of your invitation.
accounts-invitation-code = Code of the invitation
accounts-invitation-code-hint = Four times four letters.
accounts-invitation-open = Open
accounts-invitation-lead = Choose a password and a second factor. Do it yourself: nobody else may know them, not even who invited you.
accounts-invitation-password = New password
accounts-invitation-secret = Enter this secret into your authenticator app, then type the six digits that it shows:
accounts-invitation-app = Open in an authenticator on this device
accounts-invitation-accept = Save and go on
accounts-invitation-done = Done. If your work needs a second person’s confirmation, each of your pages shows a code for them after you sign in.
accounts-error-invitation = There is no such invitation, or it was used or is too old. Ask for a new one.
accounts-error-first-code = These digits do not fit the secret above. Wait for the next ones and try again.
accounts-waiting-title = To confirm
accounts-waiting-lead = Roles that read, other offices, and accounts that were shut are given by two people. Confirm only who works here in this role and has told you their code themselves, face to face or on a telephone number that you know; never on an administrator’s word.
accounts-waiting-none = Nothing waits for a second person.
accounts-waiting-new = New account with the roles
accounts-waiting-roles = Other roles for an account:
accounts-waiting-anew = New password and second factor for the roles
accounts-waiting-by = Asked by
accounts-waiting-yes = Confirm
accounts-waiting-no = Refuse
accounts-waiting-alarm = { $count ->
    [one] One account waits for your confirmation
   *[other] { $count } accounts wait for your confirmation
}
accounts-owner-code = Code that the person told you
accounts-owner-code-hint = Six letters and digits, which only the account’s owner sees. Refusing shuts an account that is new, has new secrets or was shut before.
accounts-error-owner-code = This is not the code that the account’s owner sees. Ask the person again.
accounts-confirm-carried = What you typed goes along and is done once the code is right.
