# Apakah Anda aman? Setiap pertanyaan boleh dilewati.
ask-s-leave = Apakah Anda dikunci di dalam, atau dilarang keluar?
ask-s-papers = Apakah paspor atau surat Anda ditahan orang lain dan tidak dikembalikan?
ask-s-hurt = Apakah ada yang memukul, menyakiti, atau menyentuh Anda tanpa Anda mau?
ask-s-threat = Apakah ada yang mengancam akan menyakiti Anda atau keluarga Anda, atau melaporkan Anda ke polisi?
ask-s-contact = Apakah HP Anda diambil, atau Anda dilarang bicara dengan keluarga?
ask-s-debt = Apakah Anda harus terus bekerja sampai utang lunas sebelum boleh pergi?
ask-s-organ = Apakah ada yang minta bagian tubuh Anda, misalnya ginjal?
