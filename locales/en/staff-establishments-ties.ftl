# Ties that a supervisor ends.
establishments-tied = Ties of your people to this place
establishments-tied-hint = Who has a tie here opens no complaint about it; give flags and visits of it to others. What the tie is, only they know who declared it. End it only when it is over or was a mistake; the audit keeps your reason.
establishments-tied-who = Whose
establishments-tied-why = Reason
establishments-error-tie-why = 10 to 500 characters.
establishments-tied-end = End the tie
