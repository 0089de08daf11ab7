# Kata-kata bingkai di setiap halaman.
web-patterns-title = Contoh bentuk
web-patterns-lead = Setiap bagian pembentuk halaman, masing-masing satu kali.
web-patterns-field = Satu pertanyaan
web-patterns-clocks = Sisa waktu
web-patterns-chart = Angka-angka
web-patterns-empty = Di sini belum ada apa-apa.
web-patterns-icons = Gambar kecil
web-problem-unauthorized-title = Tolong sebutkan siapa Anda
web-problem-unauthorized = Pintu ini perlu kunci (token) yang berlaku. Mintalah kepada pengelola sistem.
web-problem-conflict-title = Ini sudah diubah sementara itu
web-problem-conflict = Tidak ada yang disimpan. Buka halaman ini lagi, lihat apa yang baru, lalu putuskan lagi.
web-problem-unprocessable-title = Beberapa jawaban belum bisa dipakai
web-problem-unprocessable = Lihat kolom yang disebut di sini, perbaiki, lalu kirim lagi.
web-problem-expired-title = Halaman ini terlalu lama terbuka
web-problem-expired = Tidak ada yang disimpan. Kembali, salin tulisan Anda, buka halaman ini lagi, lalu kirim.
web-problem-kept = Yang Anda tulis
web-error-shape = Ini tidak bisa dibaca seperti ini.
