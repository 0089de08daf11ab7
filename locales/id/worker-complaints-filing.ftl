# Filing: reading over, reaching her, codes that were renewed.
complaints-error-filer = Hanya orang yang masuk dengan akun di sini yang bisa memilih ini.
complaints-change = Ubah
complaints-contact-kept = Kosongkan ini kalau yang Anda berikan sebelumnya tetap dipakai.
complaints-safe-word-forget = Saya tidak mau kata tanda lagi
complaints-code-renewed = Apakah kantor memberi Anda kode baru? Kalau begitu, hanya kode baru yang berlaku. Kalau Anda tidak punya kode itu, minta kami menelepon atau datang ke kantor tenaga kerja. Kami bantu.
complaints-evidence-filer-lead = Anda bisa menambah foto, surat atau rekaman untuk pekerja itu. Anda tidak bisa membukanya lagi di sini.
complaints-evidence-filer-count = Berkas yang Anda tambahkan: { $number }
complaints-group-secret = Bolehkah majikan tahu siapa orang ini?
complaints-group-secret-anonymous = Tidak, dan nama tidak diberikan
complaints-group-claims = Gaji pekerja ini yang mana yang belum dibayar?
