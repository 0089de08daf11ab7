# Reasons for leaving, and the days that start a clock.
leaving-violence = Kupigwa au kutishwa
leaving-harassment = Unyanyasaji wa kingono
leaving-danger = Kazi au mahali pa hatari
leaving-other-job = Kazi au mahali tofauti na makubaliano
leaving-wage-cut = Mshahara wangu ulikatwa
leaving-not-paid = Sikulipwa
leaving-papers-kept = Pasipoti au karatasi zangu zimeshikiliwa
leaving-other = Jambo jingine
start-left-work = Siku uliyoacha kazi
start-dismissed = Siku uliyofukuzwa
start-last-day-worked = Siku yako ya mwisho kazini
start-claim-arose = Siku pesa zilipopaswa kulipwa
start-penalty-notified = Siku uliyoambiwa adhabu
start-closed = Siku malalamiko yalipofungwa
deadline-reopening = Fungua tena malalamiko yako
deadline-objection = Sema kwamba hukubaliani na matokeo
