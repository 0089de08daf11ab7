# Jalannya: rancangan dan pemeriksaan, bahaya, uang, rahasia, cara aman menghubungi, telepon dalam bahasa sendiri.

web-drafted = Kata-kata dalam bahasa ini masih rancangan. Belum ada penutur aslinya yang memeriksa.
web-drafted-report = Beri tahu kami kalau ada yang salah atau sulit dimengerti
complaints-wording-title = Ada yang salah atau sulit dimengerti
complaints-wording-lead = Bantu orang lain yang berbahasa sama. Jangan tulis apa pun tentang diri Anda di sini: tidak ada yang membalasnya.
complaints-wording-shown = Kata-kata seperti yang ada di halaman
complaints-wording-better = Bagaimana Anda akan mengatakannya?
complaints-wording-done = Terima kasih. Akan ada orang yang melihatnya.

complaints-call-title = Bicara dengan orang yang bisa bahasa Anda
complaints-call-why = Kalau ini tidak jelas, orang yang bisa bahasa Anda dapat menelepon dan menjelaskan.
complaints-call-lead = Tidak perlu sebut nama. Ini bukan pengaduan.
complaints-call-number = Nomor telepon
complaints-call-send = Minta ditelepon
complaints-call-done-title = Anda akan ditelepon
complaints-call-done = Anda akan ditelepon sebelum { $time }, pada jam yang aman untuk Anda.
complaints-call-error-alone = Kami hanya menelepon HP yang hanya Anda pakai. Kalau tidak, pakai HP lain, atau kembali nanti.

complaints-door-danger-hint = Siapa yang ditelepon, dan cara memberi tahu kami dengan sekali tekan
complaints-danger-title = Apakah Anda dalam bahaya sekarang?
complaints-danger-first = Kalau bisa, telepon sekarang:
complaints-danger-cannot = Tidak bisa menelepon?
complaints-danger-promise = Tekan tombol merah. Tidak perlu menulis apa-apa. Ada orang yang membacanya sebelum { $time }.
complaints-danger-where = Anda ada di mana?
complaints-danger-number = Nomor telepon Anda, hanya kalau HP itu hanya Anda yang pakai
complaints-danger-send = Saya dalam bahaya: beri tahu kantor sekarang

complaints-learns-title = Siapa yang tahu cerita Anda?
complaints-learns = Hanya yang menangani. Satu hal berbeda: kalau ada yang bisa mati atau luka parah, atau ada anak yang disakiti, kami mungkin harus memberi tahu pihak yang melindungi orang. Kalau aman, Anda yang kami beri tahu dulu.
complaints-secret-can = Yang bisa kami lakukan tanpa menyebut siapa Anda
complaints-secret-can-feasible = Kami bisa memeriksa seluruh tempat kerja tanpa menyebut nama siapa pun. Majikan tetap bisa menebak.
complaints-secret-can-difficult = Kami bisa mulai tanpa menyebut nama Anda. Tetapi sedikit orang yang tahu hal ini, jadi majikan bisa menebak bahwa itu Anda. Nanti kami mungkin bertanya apakah nama Anda boleh disebut.
complaints-secret-can-impossible = Ini hanya tentang Anda. Kami tidak bisa menanyakannya kepada majikan tanpa menyebut nama Anda. Kami tetap bisa memberi tahu apa yang bisa Anda lakukan. Nama Anda kami sebut hanya kalau Anda bilang ya.
complaints-secret-anonymous-hint = Kami hanya bisa menjawab di sini, dengan kode Anda.
complaints-secret-open-hint = Kami boleh menyebut nama Anda kepada majikan.

complaints-claims = Gaji mana yang kurang?
complaints-claims-hint = Tulis angka saja. Kosongkan yang tidak Anda tahu.
complaints-claim-month = Bulan
complaints-claim-agreed = Gaji yang disepakati
complaints-claim-paid = Gaji yang diterima
complaints-claim-nothing = Tulis 0 kalau tidak menerima apa-apa.
complaints-claim-add = Tambah bulan lain
complaints-claim-sum = Jumlah yang kurang
complaints-error-amount = Tulis jumlahnya dengan angka, misalnya 150 atau 150.50.
complaints-error-month = Pilih bulan untuk gaji ini.

complaints-channel-text = Kirim SMS ke saya
complaints-whose = HP atau email ini milik siapa?
complaints-whose-alone = Hanya saya
complaints-whose-seen = Saya, tetapi orang lain juga melihatnya
complaints-whose-trusted = Orang yang saya percaya
complaints-whose-employer = Majikan, atau orang di tempat kerja
complaints-never-call = Jangan pernah menelepon
complaints-no-message = Jangan tinggalkan atau kirim pesan
complaints-safe-word = Kata tanda
complaints-safe-word-hint = Satu kata pilihan Anda. Yang menelepon menyebutnya dulu, jadi Anda tahu itu kami.
complaints-open-words = Email boleh menyebut ini tentang apa
complaints-open-words-hint = Kalau tidak, isinya hanya bahwa ada yang bisa dibaca.
complaints-error-never-call = Anda minta ditelepon, dan juga minta jangan pernah ditelepon. Pilih satu.
complaints-error-mail = Alamat email bentuknya seperti name@example.com. Lihat lagi.

messaging-arrived-open-subject = Pengaduan Anda sudah sampai
messaging-arrived-open-body = Pengaduan Anda tentang pekerjaan sudah sampai. Ada orang yang akan membacanya. Jawabannya bisa dibaca dengan nomor dan kode Anda. Tolong jangan balas email ini.
messaging-news-open-subject = Kabar tentang pengaduan Anda
messaging-news-open-body = Ada kabar tentang pengaduan Anda soal pekerjaan. Kabar itu bisa dibaca dengan nomor dan kode Anda. Tolong jangan balas email ini.
