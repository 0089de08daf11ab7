# Kata-kata yang dipakai di semua halaman pekerja.

common-product = Haqqi
common-product-meaning = “Hak saya”
common-quick-exit = Keluar sekarang
common-quick-exit-hint = Halaman ini ditutup dan halaman biasa lain dibuka.
common-danger-call = Dalam bahaya? Telepon { $number }
common-call-us = Bicara langsung dengan kami: { $number }
common-back = Kembali
common-next = Berikutnya
common-continue = Lanjut
common-send = Kirim
common-save = Simpan
common-cancel = Batal
common-change = Ubah
common-close = Tutup
common-yes = Ya
common-no = Tidak
common-unknown = Saya tidak tahu
common-optional = Ini boleh dikosongkan
common-listen = Dengarkan
common-print = Cetak
common-home = Halaman pertama
common-skip-link = Langsung ke bagian utama
common-language-label = Pilih bahasa Anda
common-footer-free = Layanan ini gratis. Tidak ada yang boleh minta uang dari Anda untuk layanan ini.
common-footer-private = Halaman ini tidak memberi tahu majikan siapa Anda.
common-demo-mark = Ini hanya contoh: semua di sini tidak nyata, dan yang Anda kirim tidak dibaca siapa pun.

common-error-title = Ada masalah
common-error-prefix = Salah:
common-error-summary-intro = Tolong lihat lagi jawaban ini:
common-error-required = Tolong jawab pertanyaan ini.
common-error-choose = Tolong pilih salah satu jawaban.
common-error-too-long = { $max ->
   *[other] Ini terlalu panjang. Paling banyak { $max } huruf.
}
common-error-invalid = Jawaban ini tidak bisa kami baca. Tolong tulis dengan cara lain.

common-problem-not-found-title = Halaman ini tidak ada
common-problem-not-found = Periksa alamatnya, atau mulai lagi dari halaman pertama.
common-problem-too-large-title = Ini terlalu banyak sekaligus
common-problem-too-large = Tulisan atau file Anda terlalu besar. Kembali, buat lebih pendek, lalu kirim lagi. Tulisan Anda masih ada di sana.
common-problem-forbidden-title = Anda tidak bisa membuka halaman ini
common-problem-forbidden = Halaman ini untuk orang lain. Mulai lagi dari halaman pertama.
common-problem-expired-title = Halaman ini terlalu lama terbuka
common-problem-expired = Supaya Anda aman, halaman ini hanya berlaku beberapa waktu. Jawaban Anda masih ada di sini. Tolong kirim lagi.
common-problem-try-again-title = Ada gangguan di tempat kami
common-problem-try-again = Ini bukan salah Anda. Tolong tunggu satu menit, lalu coba lagi. Kalau mendesak, telepon kami.
common-problem-method-title = Halaman ini tidak bisa dibuka dengan cara itu
common-problem-method = Kembali dan pakai tombol di halaman.
common-problem-too-many-title = Terlalu sering mencoba
common-problem-too-many = Tolong tunggu beberapa menit, lalu coba lagi. Kalau Anda dalam bahaya, telepon sekarang.
common-problem-bad-request-title = Yang dikirim tidak bisa kami baca
common-problem-bad-request = Kembali, lihat jawaban Anda, lalu kirim lagi.

common-money = { $amount } { $currency }
common-duration-moment = kurang dari satu menit
common-duration-minutes = { $minutes } menit
common-duration-hours = { $hours } jam
common-duration-hours-minutes = { $hours } jam { $minutes } menit
common-duration-days = { $days ->
   *[other] { $days } hari
}
common-duration-days-hours = { $days ->
   *[other] { $days } hari { $hours } jam
}
common-duration-left = { $duration } lagi
common-duration-late = terlambat { $duration }
