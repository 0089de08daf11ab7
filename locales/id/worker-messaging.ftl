# Email yang mungkin dilihat orang lain: tidak menceritakan apa pun.
messaging-sender = Meja layanan
messaging-arrived-subject = Pesan Anda
messaging-arrived-body = Yang Anda kirim sudah sampai. Sekarang Anda tidak perlu melakukan apa-apa. Tolong jangan balas email ini.
messaging-news-subject = Pesan untuk Anda
messaging-news-body = Ada yang baru untuk Anda baca. Anda bisa membacanya di tempat Anda menulis kepada kami, dengan nomor dan kode Anda. Pilih waktu saat Anda sendirian. Tolong jangan balas email ini.
