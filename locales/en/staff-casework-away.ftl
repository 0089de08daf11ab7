# Who is away and who stands in; a complaint for which nobody is there.
casework-absence = Who is away
casework-absence-lead = Nobody is given work while they are away. Whoever stands in finds it among their own.
casework-absence-empty = Nobody is away or will be.
casework-absence-who = Who
casework-absence-from = From
casework-absence-until = Until
casework-absence-deputy = Who stands in
casework-absence-deputy-hint = Somebody of the same office who does the same work and is there then
casework-absence-nobody = Nobody
casework-absence-now = away now
casework-absence-waits = { $count ->
    [one] { $count } piece of work waits
   *[other] { $count } pieces of work wait
}
casework-absence-hand-over = Hand it over in the queue
casework-absence-on-roster = On the duty roster in this time: somebody else has to be found
casework-absence-end = End
casework-absence-add = Note an absence
casework-absence-error-time = Choose an end after the beginning, not in the past and within a year
casework-absence-error-deputy = Choose somebody of the same office who does the same work and is there then, or nobody
work-unrouted = Nobody is there who may do it: find somebody
casework-notice-alarm = Nobody is there who may do it
accounts-account-absence = Who is away, and who stands in
event-complaint-routed = Given to an officer
