# Offices beside the own one.
accounts-reach = Reaches the offices of
accounts-reach-own = the own office alone
accounts-reach-hint = For who works for all offices of a governorate. An office more waits for a second person who reads there already; an office less is gone at once, and they sign in anew.
accounts-reach-also = Reaches also:
accounts-trained = Interviews with workers
accounts-trained-since = Trained to interview workers; noted on { $at }.
accounts-trained-not = Not noted as trained: this account begins no interview with a worker.
accounts-trained-note = Note as trained
accounts-trained-take-back = Take it back
accounts-reach-set = Set
accounts-error-same-office = Somebody of another office has to agree, or who protects data
accounts-reach-nation = Above the offices
accounts-person-waits-also = These offices wait for a second person:
accounts-enable-lead = The account opens without its roles. Its owner signs in and sees a code; a second person who has heard it gives the roles back.
accounts-own-waits-also = A second person has to confirm what you will hold: the roles { $roles }, and also the offices { $offices }. Tell them this code, face to face or on a telephone number that you know, and nobody else: { $code }
accounts-waiting-reach = Other offices for an account with the roles
accounts-waiting-open = An account that was shut, to be opened again with the roles
