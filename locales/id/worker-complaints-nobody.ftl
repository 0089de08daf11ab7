# Nobody is on duty: what can be promised, and what she can do.
complaints-nobody = Sekarang tidak ada orang yang membaca. Ada orang yang akan membaca ini setelah { $time }. Kalau tidak bisa menunggu, teleponlah.
complaints-first-nobody = Kami tidak minta nama atau paspor Anda. Sekarang tidak ada orang yang membaca. Yang Anda kirim dibaca orang setelah { $time }.
