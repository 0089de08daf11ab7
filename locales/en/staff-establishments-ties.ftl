# Ties that a supervisor ends.
establishments-tied = Ties of your people to this place
establishments-tied-hint = Who has a tie here sees no complaint, flag, visit or case about it, and is given no work of it. What the tie is, only they know who declared it. End it only when it is over or was a mistake; the audit keeps your reason.
establishments-tied-who = Whose
establishments-tied-why = Reason
establishments-error-tie-why = A reason in words, of at most 500 characters.
establishments-tied-end = End the tie
establishments-nav-ties = My ties
establishments-ties = Workplaces to which I have a tie
establishments-ties-lead = Somebody you know owns it, runs it or works there, you worked there yourself, or money binds you to it. What workers tell of such a workplace is then read by others: it disappears from your lists, and nobody gives you work about it. Say it before anybody asks. What ties you, only you can read.
establishments-ties-none = You have declared none.
establishments-ties-end = A tie that is over, or was a mistake, is ended by a supervisor of your office.
establishments-ties-new = Declare a tie
establishments-ties-search = Which workplace?
establishments-ties-search-hint = Its name in any script, or its number or reference. A home is found by its reference alone.
establishments-ties-empty = None of this name is in the register. Try another spelling; if work about it reaches you all the same, give it back and say why.
establishments-ties-which = Which of these?
