# The queue: what is chosen, kept, given.

casework-queue-more = More choices
casework-queue-flag = Flag
casework-queue-flagged = Any flag
casework-queue-clock = Clock
casework-queue-open = Open
casework-queue-done = Done
casework-queue-employer = Employer
casework-queue-employer-hint = Reference in the register
casework-queue-nobodys = Only what nobody has
casework-queue-clusters = Only clusters of a workplace
casework-queue-views = Views that you keep
casework-queue-name = Name of this view
casework-queue-keep = Keep this view
casework-queue-forget = Forget
casework-queue-tick = Choose
casework-queue-give = Give what is ticked to
casework-queue-give-hint = Giving work acknowledges nothing: each complaint is still read by itself.
casework-queue-give-button = Give
casework-queue-error-name = Type a name of at most 40 characters
casework-queue-error-many = You keep 12 views already; forget one first
casework-queue-error-none = Tick at least one piece of work
casework-queue-error-yours = One of them is not yours to give
casework-queue-error-tied = This person has a tie to one of the workplaces: choose somebody else
casework-queue-error-interpreter = An interpreter gets texts alone, of languages that they have, as she asked for her interpreter, and none that they gave back or have a tie to
casework-queue-error-theirs = This person could not open one of them: choose somebody whose work it is
casework-queue-interpreter = { $name } · interpreter · { $many } to do
casework-queue-error-changed = Somebody changed one of them in the meantime; nothing was given
casework-queue-person = { $many ->
    [one] { $name } · { $many } piece of work
   *[other] { $name } · { $many } pieces of work
}
casework-queue-leaves = Somebody leaves: hand everything over
casework-queue-leaves-hint = All complaints, closed ones too, all visits with what they imposed, and all open work, to somebody who does the same work. What concerns a workplace with which the other has a tie stays or goes to a third person; so do a text, a session, a visit or an approval that the other may not have.
casework-queue-from = From
casework-queue-heir = To
casework-queue-hand-over = Hand over
casework-queue-error-heir = Choose two different people; the other must do the same kind of work in an office of yours, and be there
event-complaint-handed-over = Handed over to another officer
