# The queue: what is to be done.

work-complaint-to-read = Read, set a next step
work-call-to-interpret = Interpret a call
work-translation = Translate
work-worker-message = Answer the worker’s message
work-first-assessment = First assessment
work-decision = Decide
work-flag-safety = Safety decision
work-flag-merits = Decide the flag
work-consent-to-ask = Ask for consent
work-hand-over-to-send = Send the hand-over
work-disclosure-to-approve = Approve or refuse the disclosure
work-hand-over-to-answer = Answer the hand-over
work-hand-over-answered = Look at the agency’s answer
work-consent-withdrawn = Consent withdrawn: take note
work-visit-pool = Plan the visit
work-visit-to-do = Make the visit
work-visit-report = Issue the report
work-visit-result = Look at the result
work-measure-to-follow = Follow the measure up
