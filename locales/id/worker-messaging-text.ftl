# Text messages. Others may read them: they tell nothing, ask for nothing, and fit into two.
messaging-text-arrived = Yang Anda kirim sudah sampai. Tidak perlu membalas.
messaging-text-news = Ada hal baru untuk Anda di tempat Anda menulis dulu. Bacalah saat Anda sempat. Tidak perlu membalas.
messaging-text-reminder = Pengingat: ada yang perlu Anda baca di tempat Anda menulis dulu. Tidak perlu membalas.
messaging-text-received = Pesan Anda sudah sampai. Seseorang akan membacanya.
messaging-text-genuine = Ya, nomor ini milik kami.
messaging-text-not-genuine = Bukan, nomor ini bukan milik kami. Jangan berikan uang atau surat-surat.
# What a person may text to us, one by one with commas between: to get nothing more, to get messages again, and to
# say that the phone is hers alone.
messaging-words-stop = berhenti, hentikan
messaging-words-start = mulai
messaging-words-mine = hp saya, telepon saya
