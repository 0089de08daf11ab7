# Offices beside the own one.
accounts-reach = Reaches the offices of
accounts-reach-own = the own office alone
accounts-reach-hint = For who works for all offices of a governorate. They are signed out and sign in anew.
accounts-reach-also = Reaches also:
accounts-reach-set = Set
accounts-error-same-office = Somebody of another office has to agree, or who protects data
