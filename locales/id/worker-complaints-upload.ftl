complaints-upload-going = Sedang dikirim
complaints-upload-stopped = Berhenti: tidak ada sambungan. Nanti lanjut sendiri.
complaints-upload-checking = Semuanya sudah sampai. Sekarang kami periksa.
complaints-upload-again = Kalau halaman ini tertutup, kembali ke sini dan pilih berkas yang sama: lanjut dari tempat berhenti.
complaints-problem-upload-title = Berkas tidak sampai utuh
complaints-problem-upload = Kembali dan pilih berkas itu lagi. Lanjut dari tempat berhenti.
