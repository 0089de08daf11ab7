# What may be found in an advertisement.
advert-fee-from-worker = Fee or cost asked of the worker
advert-debt-or-advance = Debt, advance or deduction
advert-papers-taken = Passport or papers to be sent or handed over
advert-person-offered = A person is offered, passed on or sold
advert-runaway-wording = Words of running away, reward or insurance against it
advert-child-wanted = Somebody under 18 is wanted
advert-freedom-limited = No rest, no phone, no going out
advert-no-permit-or-contract = Work without permit or contract
advert-too-good = Promise too good for the work
advert-personal-demand = Sex, age or family is a condition
advert-nationality-demand = Nation or origin is a condition
advert-looks-demand = Looks or a photo are a condition
advert-hidden-employer = Employer not named, contact by messenger alone
advert-work-abroad = Work abroad is promised
