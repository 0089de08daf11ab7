# Reasons for leaving, and the days that start a clock.
leaving-violence = Sinaktan o tinakot
leaving-harassment = Seksuwal na panliligalig
leaving-danger = Mapanganib na trabaho o lugar
leaving-other-job = Ibang trabaho o lugar kaysa usapan
leaving-wage-cut = Binawasan ang sahod ko
leaving-not-paid = Hindi ako sinahuran
leaving-papers-kept = Hawak nila ang pasaporte o papeles ko
leaving-other = Iba pa
start-left-work = Araw na umalis kayo sa trabaho
start-dismissed = Araw na tinanggal kayo
start-last-day-worked = Huling araw ninyo sa trabaho
start-claim-arose = Araw na dapat ibigay ang pera
start-penalty-notified = Araw na sinabihan kayo ng parusa
start-closed = Araw na isinara ang reklamo
deadline-reopening = Buksan ulit ang reklamo
deadline-objection = Sabihing hindi kayo sang-ayon sa resulta
