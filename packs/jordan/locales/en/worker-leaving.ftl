# Reasons for leaving, and the days that start a clock.
leaving-violence = Beaten or threatened
leaving-harassment = Sexual harassment
leaving-danger = Dangerous work or place
leaving-other-job = Another job or place than agreed
leaving-wage-cut = My wage was cut
leaving-not-paid = I was not paid
leaving-papers-kept = My passport or papers are kept
leaving-other = Something else
start-left-work = The day you left work
start-dismissed = The day you were dismissed
start-last-day-worked = Your last day at work
start-claim-arose = The day the money was due
start-penalty-notified = The day you were told of a penalty
start-closed = The day your complaint was closed
deadline-reopening = Open your complaint again
deadline-objection = Say that you do not agree with the outcome
