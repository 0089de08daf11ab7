referral-heard = In which talk did the worker say it?
referral-heard-hint = A talk alone that the call log of the complaint shows, since this case was opened and since the last “no”. Whoever spoke with the worker notes it there first. For messages, leave this as it is: the message itself is looked up.
referral-heard-none = One that I noted myself, or a message
referral-error-talk = No talk alone with this person stands in the call log since the case was opened, or since the last “no”. Speak with the worker alone, have it noted under “Calls and attempts” of the complaint, then record the answer here.
referral-error-message = No message with a code that is the worker’s alone has come since the case was opened, or since the last “no”. A code that staff handed out does not count: speak with the worker alone, and choose that talk.
referral-said-in-talk = Said alone on { $date }, heard by { $who }
referral-said-in-message = Written by the worker, with a code of her own, on { $date }
referral-said-nowhere = No talk alone shows this answer: the worker is still to be asked.
