# Reasons for leaving, and the days that start a clock.
leaving-violence = Dipukul atau diancam
leaving-harassment = Pelecehan seksual
leaving-danger = Kerja atau tempat berbahaya
leaving-other-job = Kerja atau tempat lain dari janji
leaving-wage-cut = Gaji saya dipotong
leaving-not-paid = Saya tidak digaji
leaving-papers-kept = Paspor atau surat saya ditahan
leaving-other = Lainnya
start-left-work = Hari Anda meninggalkan kerja
start-dismissed = Hari Anda dipecat
start-last-day-worked = Hari terakhir Anda bekerja
start-claim-arose = Hari uang itu seharusnya dibayar
start-penalty-notified = Hari Anda diberi tahu soal hukuman
start-closed = Hari pengaduan ditutup
deadline-reopening = Buka lagi pengaduan Anda
deadline-objection = Katakan Anda tidak setuju dengan hasilnya
