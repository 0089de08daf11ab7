# The journey: drafts and their readers, danger, money, confidentiality, safe contact, a call in her language.

web-drafted = The words in this language are a draft. Nobody who speaks it from birth has checked them yet.
web-drafted-report = Tell us if something is wrong or hard to understand
complaints-wording-title = Something is wrong or hard to understand
complaints-wording-lead = Help others who speak your language. Please write nothing about yourself here: nobody answers it.
complaints-wording-shown = The words as they are on the page
complaints-wording-better = How would you say it?
complaints-wording-done = Thank you. Somebody will look at it.

complaints-call-title = Talk to somebody who speaks your language
complaints-call-why = If these words are not clear, somebody who speaks your language can call you and explain.
complaints-call-lead = You need not say your name. This is not a complaint.
complaints-call-number = Telephone number
complaints-call-send = Ask for the call
complaints-call-done-title = Somebody will call you
complaints-call-done = Somebody calls you before { $time }, at the hours that are safe for you.
complaints-call-error-alone = We call only a phone that is yours alone. If it is not, use another phone, or come back later.

complaints-door-danger-hint = Whom to call, and how to tell us with one tap
complaints-danger-title = Are you in danger now?
complaints-danger-first = If you can, call now:
complaints-danger-cannot = You cannot call?
complaints-danger-promise = Press the red button. You need not write anything. A person reads it before { $time }.
complaints-danger-where = Where are you?
complaints-danger-number = Your telephone number, only if the phone is yours alone
complaints-danger-send = I am in danger: tell the office now

complaints-learns-title = Who learns what you tell us?
complaints-learns = Only those who work on it. One thing is different: if somebody may die or be badly hurt, or if a child is hurt, we may have to tell those who protect people. Where it is safe, we tell you first.
complaints-secret-can = What we can do without saying who you are
complaints-secret-can-feasible = We can look at the whole workplace and name nobody. Your employer may still guess.
complaints-secret-can-difficult = We can begin without naming you. But few people know of this, so your employer may guess that it was you. Later we may ask you whether we may name you.
complaints-secret-can-impossible = This is about you alone. We cannot ask your employer about it without naming you. We can still tell you what you can do. We name you only if you say yes.
complaints-secret-anonymous-hint = We can answer you only here, with your code.
complaints-secret-open-hint = We may tell your employer your name.

complaints-claims = Which pay is missing?
complaints-claims-hint = Write digits only. Leave empty what you do not know.
complaints-claim-month = Month
complaints-claim-agreed = Pay that was agreed
complaints-claim-paid = Pay that you got
complaints-claim-nothing = Write 0 if you got nothing.
complaints-claim-add = Add another month
complaints-claim-sum = Missing in all
complaints-error-amount = Write the amount in digits, for example 150 or 150.50.
complaints-error-month = Choose the month for this pay.

complaints-channel-text = Send me a text message
complaints-whose = Whose phone or mailbox is it?
complaints-whose-alone = Mine alone
complaints-whose-seen = Mine, but others look at it
complaints-whose-trusted = It belongs to a person I trust
complaints-whose-employer = It belongs to my employer, or to somebody at work
complaints-never-call = Never call
complaints-no-message = Leave no message and send none
complaints-safe-word = A safe word
complaints-safe-word-hint = A word of your choice. Whoever calls says it first, so you know that it is us.
complaints-open-words = The mail may say what it is about
complaints-open-words-hint = Else it says only that there is something to read.
complaints-error-never-call = You ask for a call, and also never to be called. Choose one.
complaints-error-mail = A mail address looks like name@example.com. Look at it again.

# Mail to a worker who asked that it say what it is about.
messaging-arrived-open-subject = Your complaint has arrived
messaging-arrived-open-body = Your complaint about your work has arrived. A person will read it. You can read the answer with your number and your code. Please do not answer this mail.
messaging-news-open-subject = News about your complaint
messaging-news-open-body = There is news about your complaint about your work. You can read it with your number and your code. Please do not answer this mail.
