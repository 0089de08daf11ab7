# Names of indicators, levels, classes and reasons.
indicator-abuse-of-vulnerability = abuse of vulnerability
indicator-deception = deception
indicator-restriction-of-movement = restriction of movement
indicator-isolation = isolation
indicator-physical-and-sexual-violence = physical and sexual violence
indicator-intimidation-and-threats = intimidation and threats
indicator-retention-of-identity-documents = retention of identity documents
indicator-withholding-of-wages = withholding of wages
indicator-debt-bondage = debt bondage
indicator-abusive-working-and-living-conditions = abusive working and living conditions
indicator-excessive-overtime = excessive overtime
