# Tokens of the API.
accounts-problem-by-person-title = A person does this
accounts-problem-by-person = No token does this: it wants the second factor of a person, shown just now. Sign in and do it at the page; what cannot be undone may also be done with a token made for it alone, on the page of your account, within a day.
accounts-tokens-lead = A token lets a program work in your name. It never opens names or numbers, hands out a worker’s code, exports, or manages people: that a person does.
accounts-tokens-none = You have none.
accounts-token-nothing = nothing any more
accounts-token-new = Make a token
accounts-token-for = What the token is for
accounts-token-for-hint = So that you know it again, such as “telephone desk”. At most 60 characters, and no name of a person.
accounts-token-bounds-hint = Choose as little as the program needs. It can never do more than you may.
accounts-token-named = It cannot be undone: a token for this holds for one day.
accounts-token-days-for = Holds for
accounts-token-days-hint = Then it ends by itself. You can end it here at any time.
accounts-token-days = { $count ->
    [one] one day
   *[other] { $count } days
}
accounts-token-make = Make the token
accounts-token-made = This is your token, shown once. Put it into the program now, and nowhere else: whoever has it works in your name.
accounts-error-token-name = Say what it is for, in at most 60 characters.
accounts-error-token-actions = Choose at least one of these.
accounts-error-token-named = A token that approves erasing holds for one day at most.
accounts-error-token-many = You have 20 tokens, and cannot make more. End one first.
# What a token may be made for.
accounts-action-file-complaint = File complaints
accounts-action-take-intake = Take down what is told by telephone or at the counter
accounts-action-read-filed = See what the own organisation filed, and file for others
accounts-action-take-text = Read texts that came in, and file them
accounts-action-read-queue = See the queue
accounts-action-assign-work = Give work to people
accounts-action-read-complaint = Read complaints, without names, numbers and addresses
accounts-action-work-complaint = Work on complaints
accounts-action-approve-settlement = Approve settlements and other closings
accounts-action-hold-mediation = Write what came of mediation
accounts-action-translate = Translate the text that is assigned
accounts-action-read-flag = Read flags
accounts-action-declare-tie = Say which workplaces you have a tie to
accounts-action-decide-flag = Decide flags
accounts-action-decide-child-flag = Decide flags of children
accounts-action-read-referral = Read referral cases
accounts-action-work-referral = Work on referral cases, and hand over
accounts-action-approve-disclosure = Decide disclosures that name me
accounts-action-answer-hand-over = Answer hand-overs
accounts-action-read-establishment = Look up establishments
accounts-action-keep-establishment = Add establishments and put names right
accounts-action-request-visit = Ask for visits
accounts-action-schedule-visit = Plan visits
accounts-action-read-visit = Read visits and reports
accounts-action-record-visit = Record visits
accounts-action-read-figures = See figures
accounts-action-manage-roster = Keep the roster of duty
accounts-action-read-retention = See what is kept and falls due
accounts-action-approve-erasure = Approve what is to be erased
accounts-action-put-hold = Put holds on what may not be erased, and end them
accounts-action-read-patrol = See what the electronic patrol counted
accounts-action-patrol = Bring advertisements to the electronic patrol, open them, decide
