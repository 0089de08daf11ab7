# Who could keep nothing calls: her words, a new code. And what happened to a receipt.
accounts-nav-words = Words for a code
casework-words-title = Her words for a new code
casework-words-lead = For a worker who could keep nothing. Ask her, alone, for the two words that she chose. If they fit, say number and code to her now: they are shown once, and the code before no longer works. Right and wrong tries are recorded.
casework-words-first = First word
casework-words-second = Second word
casework-words-day = The day she wrote
casework-words-day-hint = Only if she remembers; three days more or less are looked at.
casework-words-check = Check the words
casework-words-found = The words fit. Say this to her alone, and let her repeat it.
casework-words-error-shape = Two different words, each with three letters or more.
casework-words-error-unknown = These words fit no complaint. Ask again how she said them; the order does not matter.
casework-words-error-several = They fit more than one complaint. Ask on which day she wrote.
event-complaint-words-kept = The worker chose words instead of keeping the code
event-complaint-note-sent = The worker had number and code sent to her own mailbox
event-complaint-code-renewed = New code after her words were checked
