# The same story, several people: what is alike, and whether she is punished.

work-check-in = Ask, safely, whether she is punished
work-retaliation-seen = Look whether she is punished
casework-alike = Same story, same people?
casework-alike-none = Nothing like it was found.
casework-alike-cluster = { $many ->
    [one] { $many } complaint tells of this workplace within the last weeks.
   *[other] { $many } complaints tell of this workplace within the last weeks. All of them are more urgent.
}
casework-alike-cluster-closed = { $many ->
    [one] { $many } complaint tells of this workplace within the last weeks.
   *[other] { $many } complaints tell of this workplace within the last weeks. This one is closed.
}
casework-alike-more = { $many ->
    [one] { $many } more
   *[other] { $many } more
}
casework-alike-workplace-linked = the same workplace
casework-alike-workplace-named = the employer’s whole name told alike, in one governorate
casework-alike-workplace-told = the employer’s name told alike
casework-alike-workplace-place = the same building told
casework-alike-phone = the same phone
casework-alike-employer-phone = the same phone of the employer
casework-alike-words = about { $share } of the text the same
casework-alike-week = in the same week
casework-alike-days = { $days ->
    [one] { $days } day apart
   *[other] { $days } days apart
}
casework-alike-same-workplace = Same workplace
casework-alike-gives-way = Same person: that one goes on
casework-alike-goes-on = Same person: this one goes on
casework-alike-decide = Say what they are to each other
casework-alike-which = Which complaint
casework-alike-other = Or another, by its reference
casework-alike-answer = What they are
casework-alike-answer-kept-this = One person told twice; this complaint goes on
casework-alike-answer-kept-other = One person told twice; the other complaint goes on
casework-alike-answer-same-workplace = Different people of one workplace: put them together
casework-alike-answer-different = Nothing to do with each other
casework-alike-kept-hint = Nothing is deleted. Both codes stay good; claims and clocks stay where they are.
casework-alike-known = How you know that it is one person
casework-alike-known-hint = Only for one person who told twice. A shared phone or the same words are not enough.
casework-alike-known-codes = She has the codes of both
casework-alike-known-met = She said so when she was met alone
casework-alike-known-called = She said so on a phone that is hers alone
casework-alike-error-known = Say how you know that it is one person
casework-alike-error-apart = These two may not stand beside each other
casework-alike-error-group = They were filed for several people together: they are not one person’s
casework-alike-error-kept = That complaint gives way to another one already
casework-alike-error-closed = One of them is closed as told twice; open it again first
casework-error-nothing-kept = Say first, under “Same story, same people?”, which complaint of the same person goes on
casework-check-in = Is she punished?
casework-check-in-why = Once the employer was spoken or written to, somebody asks her on set days whether she is punished for complaining.
casework-check-in-contacted = The employer was contacted: plan the days
casework-check-in-unsafe = No safe way to reach her is known. Nobody calls or writes: note what she says when she comes by herself, or ask for a visit among routine ones.
casework-check-in-until = Before { $date }
casework-check-in-answer = What came of asking her
casework-check-in-hint = Only alone, and only the way that she said is safe.
casework-check-in-note = How she was met, and what she said
casework-check-in-note-hint = The office alone reads it.
casework-check-in-well = Not punished
casework-check-in-not-reached = Not reached
casework-check-in-punished = Punished, or afraid of it
casework-check-in-unneeded = Does not want to be asked
casework-check-in-error-nothing = Nothing waits here any more
casework-retaliation-suspected = She may be punished for complaining. Look into it before its time is over.
casework-retaliation-found = What you found
casework-retaliation-punished = She is punished
casework-retaliation-not-found = No sign of it
casework-retaliation-note = How you know, and what is done
casework-retaliation-note-hint = The office alone reads it. Do not ask the employer.
event-complaint-clustered = Several tell of this workplace: more urgent
event-complaint-compared = Compared with one that is alike
event-complaint-check-ins-planned = Days planned to ask whether she is punished
event-complaint-checked-in = Asked whether she is punished
event-complaint-employer-contacted = The employer was contacted
event-complaint-retaliation-suspected = She may be punished for complaining
event-complaint-retaliation-looked-into = Looked into whether she is punished
casework-queue-cluster = { $many ->
    [one] Cluster
   *[other] Cluster of { $many }
}
