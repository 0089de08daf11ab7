# What people do where a flag stands.
card-of-possible = Possible
card-of-strong = Strong
card-of-danger = Danger now
card-of-referral = To those who protect
card-of-labour = As a labour complaint
card-of-child-lead = A child
card-step-talk-alone = Talk to the worker alone, with an interpreter who is none of the parties.
card-step-tell-nobody = Tell nobody else.
card-step-safe-first = Decide first whether the worker is safe.
card-step-choose-now = Choose what is done now, and write it down.
card-step-look-again = Say when somebody looks again.
card-step-ask-consent = Ask for consent, for each receiver.
card-step-claims-go-on = The complaint about work goes on.
card-step-child-lead-now = The child lead takes it over now.
card-step-ask-no-more = Ask the child nothing more of what happened.
