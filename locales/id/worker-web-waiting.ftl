# Menunggu bila banyak yang datang sekaligus.
web-wait-title = Tunggu sebentar
web-wait = Sekarang banyak sekali orang memakai halaman ini. Giliran Anda akan datang.
web-wait-kept = Tidak ada tulisan Anda yang hilang. Semuanya ada di halaman ini; biarkan terbuka.
web-wait-seconds = Detik menunggu: { $seconds }
