# Signing in by a provider.
accounts-provider-title = Sign-in elsewhere
accounts-provider-lead = You can also sign in through “{ $provider }”. For this, link your account there with this one, once. Your password and code go on working.
accounts-provider-linked = Your account there is linked since { $since }.
accounts-provider-last = Last used { $last }.
accounts-provider-link = Link my account there
accounts-provider-unlink = Undo the link
accounts-provider-leave = You now leave this site and sign in there. Then you come back, and both accounts are linked.
accounts-provider-go = Go on: { $provider }
accounts-provider-away = The other sign-in does not answer now. Sign in with your name, password and code.
accounts-provider-refused = The other sign-in did not say who you are. Try again, or sign in with your name, password and code.
accounts-provider-not-begun = This sign-in was not begun in this browser, or it took too long. Begin again.
accounts-provider-unknown = No open account here is linked to your account there. Sign in with your name, password and code, then link it on the page of your account.
accounts-provider-taken = Your account there is linked to somebody else here. Ask an administrator.
accounts-second-title = One more step
accounts-second-lead = The other sign-in knows you. Now the code of your authenticator.
accounts-error-code = The code does not fit. A code works once: wait for the next one.
