# What the ladder of deadlines tells staff, and what was late.
casework-notices = Notices
casework-notices-lead = What comes due, what ran out, what was given to you. Nothing personal stands here.
casework-notices-empty = There is nothing to tell you.
casework-notices-unseen = { $count ->
    [one] One notice is new
   *[other] { $count } notices are new
}
casework-notices-all-seen = Mark all as seen
casework-notices-new = New
casework-notices-due = Due
casework-notices-open = Open
casework-notice-given = Given to you
casework-notice-half = Half of the time is over
casework-notice-three-quarters = Three quarters of the time are over
casework-notice-nine-tenths = Almost all of the time is over
casework-notice-warning = The day comes near
casework-notice-breach = The time ran out
casework-notice-late = The time ran out and it is still open
casework-notices-mail = Tell me by mail
casework-notices-mail-lead = A mail says only that there is work, not what. At most one goes every few hours, by day; for the promised time and for danger at once.
casework-notices-mail-on = Mails go to the address that you gave
casework-notices-mail-off = No mails
casework-notices-mail-address = Mail address
casework-notices-mail-hint = Your mailbox at work. Leave it empty to have no mails.
casework-notices-error-mail = Write one address, such as name@office.example
casework-view-late = late, without a reason
casework-was-late = late
casework-late = What was late
casework-late-lead = Each clock that ran out stays here. Say why: the first reason stands.
casework-late-views = With and without a reason
casework-late-without = without a reason
casework-late-with = with a reason
casework-late-empty = Nothing is here.
casework-late-clock = Clock
casework-late-due = Was due
casework-late-met = done { $time }
casework-late-open = still open
casework-late-why = Why
casework-late-say = Say why
casework-late-stands = What you save here stands, with your name.
casework-late-words = In your own words
casework-late-words-hint = Some reasons need them. They are kept sealed; write no name that is not needed.
casework-late-error-words = Say it in your own words: at least eight letters, at most 60,000
casework-late-here = Late here
event-deadline-explained = Why it was late was said
casework-notices-why = Why
casework-notices-told = told
