guide-office-ask = Tanyakan di mana
guide-office-not-needed = Anda tidak perlu datang ke kantor: Anda bisa menceritakannya di sini, tanpa nama. Atau beri nomor yang hanya milik Anda; seseorang akan menelepon dan memberi tahu di mana kantornya dan kapan buka.
