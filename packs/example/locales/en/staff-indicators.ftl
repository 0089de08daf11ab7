# The eleven, in plain words.
indicator-abuse-of-vulnerability = somebody uses that she is weak
indicator-abusive-working-and-living-conditions = bad work and living
indicator-debt-bondage = work for a debt
indicator-deception = she was deceived
indicator-excessive-overtime = far too long hours
indicator-intimidation-and-threats = threats
indicator-isolation = she is kept from others
indicator-physical-and-sexual-violence = violence
indicator-restriction-of-movement = she may not go out
indicator-retention-of-identity-documents = papers are kept
indicator-withholding-of-wages = pay is kept back
