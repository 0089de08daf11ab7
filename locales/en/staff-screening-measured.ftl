# What a talk showed, and how well words and answers point.
screening-found = What did the talk with the worker alone show?
screening-found-hint = Needed to dismiss, welcome otherwise: so we learn which words mislead and what is missed. “Not spoken of” is an answer too.
screening-found-confirmed = Confirmed
screening-found-not-so = Not so
screening-found-unclear = Not spoken of, or unclear
screening-found-not-yet = No answer yet
screening-found-stays = Stays as judged
screening-judged-title = What talks showed of the indicators
screening-judged = { $indicator }: { $found } – { $by }
screening-judged-then = { $indicator }: { $found } – { $by }. Judged again later; the later one counts.
screening-judged-before = Judged: { $found } – { $by }, { $at }. Choose only if you judge otherwise.
screening-found-others = Something else came up in the talk
screening-error-found = Say of each indicator above what the talk showed
screening-error-confirmed = What was confirmed in a talk is not dismissed: escalate, hold an interview, or watch
screening-error-period = Choose days that exist, the first not after the last
screening-measured = How well screening does
screening-measured-lead = Of the flags that you may read: what talks with workers alone showed of what words and answers had pointed to. “Confirmed” means that the worker told of it; it is no finding against anybody.
screening-measured-from = From
screening-measured-to = To
screening-measured-indicators = By indicator
screening-measured-indicator = Indicator
screening-measured-languages = By the language of the words
screening-measured-languages-hint = A language whose share is lower has worse words in its list, not worse workers.
screening-measured-crossed = Each indicator in each language
screening-measured-nationality = Nationality
screening-measured-nationalities = By nationality
screening-measured-nationalities-hint = All quarters that this time touches, all offices, where at least twenty were cleared up in talks. A difference shows where the words and questions fail, and nothing about people. Which record counts here is kept nowhere.
screening-measured-untold = not told
screening-measured-table = Take it along as a table (CSV)
screening-measured-none = No indicator has been judged after a talk in this time.
screening-measured-share = Share confirmed
screening-measured-percent = { $many } %
screening-measured-of = { $some } of { $all }
screening-measured-missed = Found in the talk alone
screening-measured-decisions = Flags and decisions
screening-measured-decided = Flags with a first decision on the merits
screening-measured-middle = From flag to decision, at least half took at most
screening-measured-slow = At least nine of ten took at most
screening-measured-longest = The slowest took
screening-measured-hours = { $many ->
    [one] { $many } hour
   *[other] { $many } hours
}
screening-measured-back = Dismissed, and a later flag of the same worker was escalated
