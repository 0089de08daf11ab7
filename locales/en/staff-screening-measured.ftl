# What a talk showed, and how well words and answers point.
screening-found = What did the talk with the worker alone show?
screening-found-hint = Needed to dismiss, welcome otherwise: so we learn which words mislead and what is missed. “Not spoken of” is an answer too.
screening-found-confirmed = Confirmed
screening-found-not-so = Not so
screening-found-unclear = Not spoken of, or unclear
screening-found-not-yet = No answer yet
screening-found-others = Something else came up in the talk
screening-error-found = Say of each indicator above what the talk showed
screening-error-confirmed = What was confirmed in a talk is not dismissed: escalate, hold an interview, or watch
screening-error-period = Choose a first day that is not after the last
screening-measured = How well screening does
screening-measured-lead = Of the flags that you may read: what talks with workers alone showed of what words and answers had pointed to. “Confirmed” means that the worker told of it; it is no finding against anybody.
screening-measured-from = From
screening-measured-to = To
screening-measured-indicators = By indicator
screening-measured-indicator = Indicator
screening-measured-languages = By the language of the words
screening-measured-languages-hint = A language whose share is lower has worse words in its list, not worse workers. Nationality is sealed with the record and not counted here.
screening-measured-none = No indicator has been judged after a talk in this time.
screening-measured-share = Share confirmed
screening-measured-percent = { $many } %
screening-measured-missed = Found in the talk alone
screening-measured-decisions = Flags and decisions
screening-measured-middle = From flag to decision on the merits, half take at most
screening-measured-slow = Nine of ten take at most
screening-measured-hours = { $many ->
    [one] { $many } hour
   *[other] { $many } hours
}
screening-measured-back = Dismissed, and a later flag of the same worker was escalated
