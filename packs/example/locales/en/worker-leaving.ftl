# Reasons for leaving, and the days that start a clock.
leaving-hurt = Beaten or threatened
leaving-touched = Sexual harassment
leaving-unsafe = Dangerous work or place
leaving-other-work = Another job or place than agreed
leaving-no-pay = I was not paid
leaving-other = Something else
start-left-work = The day you left work
start-dismissed = The day you were dismissed
start-claim-arose = The day the money was due
start-closed = The day your complaint was closed
deadline-reopening = Open your complaint again
deadline-objection = Say that you do not agree with the outcome
