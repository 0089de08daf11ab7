# The code on a report.
inspections-report-code = Is this paper ours? Look it up with the code { $code }. An inspector never takes money.
