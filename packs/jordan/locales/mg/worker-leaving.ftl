# Reasons for leaving, and the days that start a clock.
leaving-violence = Nokapohina na norahonana
leaving-harassment = Fanorisorenana ara-nofo
leaving-danger = Asa na toerana mampidi-doza
leaving-other-job = Asa na toerana hafa noho ny nifanarahana
leaving-wage-cut = Nahena ny karamako
leaving-not-paid = Tsy nokaramaina aho
leaving-papers-kept = Notazonina ny pasipaoroko na ny taratasiko
leaving-other = Zavatra hafa
start-left-work = Andro nialanao tamin'ny asa
start-dismissed = Andro nandroahana anao
start-last-day-worked = Andro farany niasanao
start-claim-arose = Andro tokony hahazoana ny vola
start-penalty-notified = Andro nilazana sazy taminao
start-closed = Andro nakatona ny fitarainana
deadline-reopening = Sokafy indray ny fitarainanao
deadline-objection = Lazao fa tsy manaiky ny valiny ianao
