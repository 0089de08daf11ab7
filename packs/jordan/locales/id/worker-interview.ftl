### Questions of interviews and visits. Yes means that the indicator is there. Each can be skipped.

## ilo-ec-2009-labour: Before she came and on the way, then here and now

ask-d1-job = Sebelum datang, apakah Anda diberi tahu tentang pekerjaan, tempat, atau majikan yang lain dari yang ada di sini?
ask-d1-wages = Sebelum datang, apakah Anda dijanjikan gaji lebih besar dari yang Anda terima di sini?
ask-d1-conditions = Sebelum datang, apakah Anda diberi tahu bahwa kerjanya lebih ringan, lebih aman, atau lebih banyak istirahat dari yang sebenarnya?
ask-d1-contract = Sebelum datang, apakah Anda diberi tahu hal yang tidak benar tentang kontrak?
ask-d1-housing = Sebelum datang, apakah Anda dijanjikan tempat tinggal yang lebih baik dari yang ada di sini?
ask-d1-legal-docs = Sebelum datang, apakah Anda diberi tahu hal yang tidak benar tentang surat atau izin yang akan Anda dapat?
ask-d1-travel = Sebelum datang, apakah Anda diberi tahu hal yang tidak benar tentang perjalanan atau biayanya?
ask-d1-family-reunion = Sebelum datang, apakah Anda dijanjikan akan bersama keluarga, tetapi itu tidak terjadi?
ask-d1-marriage-adoption = Sebelum datang, apakah Anda dijanjikan akan dinikahi atau diangkat jadi anak, tetapi itu tidak terjadi?
ask-d1-education = Sebelum datang, apakah Anda dijanjikan sekolah atau pelatihan, tetapi itu tidak terjadi?
ask-d2-violence = Sebelum datang atau di jalan, apakah ada yang memukul, menyakiti, atau menyentuh Anda tanpa Anda mau?
ask-d2-threats = Sebelum datang atau di jalan, apakah ada yang bilang akan menyakiti Anda kalau tidak mau ikut?
ask-d2-abduction = Supaya sampai di sini, apakah Anda dibawa paksa, dijual, dipaksa menikah, atau diberikan ke keluarga lain?
ask-d2-debt = Sebelum datang atau di jalan, apakah Anda terpaksa berutang dan harus membayarnya dengan bekerja?
ask-d2-docs = Sebelum datang atau di jalan, apakah ada yang mengambil paspor atau surat Anda dan tidak mengembalikannya?
ask-d2-isolation = Sebelum datang atau di jalan, apakah Anda dikunci, diawasi terus, atau dilarang bicara dengan orang lain?
ask-d2-denounce = Sebelum datang atau di jalan, apakah ada yang bilang akan melaporkan Anda ke polisi atau kantor pemerintah?
ask-d2-inform-family = Sebelum datang atau di jalan, apakah ada yang bilang akan menceritakan hal buruk atau pribadi tentang Anda kepada keluarga atau orang lain?
ask-d2-family-violence = Sebelum datang atau di jalan, apakah ada yang menyakiti keluarga Anda, atau bilang akan menyakiti mereka?
ask-d2-money = Sebelum datang atau di jalan, apakah ada yang menahan uang milik Anda?
ask-d3-difficult-family = Apakah waktu itu ada masalah di keluarga Anda, dan ada yang memanfaatkannya supaya Anda datang?
ask-d3-illegal-status = Apakah ada yang memanfaatkan masalah dengan surat-surat Anda supaya Anda datang?
ask-d3-low-education = Apakah waktu itu sulit bagi Anda membaca atau bicara bahasanya, dan ada yang memanfaatkannya supaya Anda datang?
ask-d3-lack-info = Apakah waktu itu Anda tidak banyak tahu tentang tempat atau kerjanya, dan ada yang memanfaatkannya supaya Anda datang?
ask-d3-exploiter-control = Sebelum datang atau di jalan, apakah ada yang memutuskan semuanya untuk Anda, sehingga Anda tidak bisa memilih?
ask-d3-economic = Apakah waktu itu Anda atau keluarga sangat butuh uang, dan ada yang memanfaatkannya supaya Anda datang?
ask-d3-false-success = Sebelum datang, apakah ada yang bercerita tidak benar tentang orang yang sukses di luar negeri?
ask-d3-false-law = Sebelum datang, apakah ada yang bilang hal tidak benar tentang hukum, polisi, atau kantor pemerintah?
ask-d3-family = Apakah waktu itu ada keluarga yang bergantung pada Anda, dan ada yang memanfaatkannya supaya Anda datang?
ask-d3-personal = Apakah waktu itu Anda sakit, masih sangat muda, hamil, atau sendirian, dan ada yang memanfaatkannya supaya Anda datang?
ask-d3-dependency = Apakah orang yang Anda sayangi atau sangat Anda butuhkan memanfaatkan hal itu supaya Anda datang?
ask-d3-authorities = Apakah waktu itu Anda takut pada polisi atau kantor pemerintah, dan ada yang memanfaatkannya supaya Anda datang?
ask-d3-past = Apakah dulu pernah terjadi hal buruk dalam hidup Anda, dan ada yang memanfaatkannya supaya Anda datang?
ask-d3-travel-org = Apakah sulit bagi Anda mengatur perjalanan sendiri, dan ada yang menyalahgunakannya?
ask-d3-beliefs = Apakah ada yang memanfaatkan agama, sumpah, guna-guna, atau adat supaya Anda datang?
ask-d3-context = Apakah waktu itu ada perang, kelaparan, atau bencana di tempat Anda, dan ada yang memanfaatkannya supaya Anda datang?
ask-d4-hours = Apakah jam atau hari kerja Anda begitu banyak sampai kurang istirahat atau tidur?
ask-d4-pay = Apakah Anda dibayar sangat sedikit untuk kerja Anda, atau tidak dibayar?
ask-d4-wage-manip = Apakah gaji Anda dipotong, atau dihitung salah, tanpa persetujuan Anda?
ask-d4-living = Apakah tempat tinggal Anda kotor, terlalu sesak, atau kurang air atau makanan?
ask-d4-working = Apakah Anda harus bekerja tanpa hal yang dibutuhkan orang, seperti istirahat, air minum, atau toilet?
ask-d4-hazardous = Apakah kerja ini bisa membuat Anda luka atau sakit, dan tidak ada yang melindungi Anda?
ask-d4-law-breach = Apakah majikan melanggar apa yang sudah disepakati tentang kerja ini?
ask-d4-no-social = Kalau sakit atau luka, apakah Anda dibiarkan tanpa gaji atau tanpa dokter?
ask-d4-no-education = Apakah Anda dihalangi untuk sekolah atau belajar sesuatu?
ask-d5-docs = Apakah paspor atau surat Anda ditahan orang lain dan tidak dikembalikan?
ask-d5-debt = Apakah Anda harus terus bekerja sampai utang lunas sebelum boleh pergi?
ask-d5-isolation = Apakah Anda dikunci di dalam, diawasi terus, atau dilarang keluar atau bicara dengan orang lain?
ask-d5-violence = Apakah di sini ada yang memukul, menyakiti, atau menyentuh Anda tanpa Anda mau?
ask-d5-threats = Apakah di sini ada yang bilang akan menyakiti Anda kalau tidak menurut?
ask-d5-illicit = Apakah di sini ada yang menyuruh Anda melakukan hal terlarang, seperti mencuri atau membawa narkoba?
ask-d5-forced-tasks = Apakah Anda dipaksa melakukan sesuatu atau melayani orang meskipun Anda tidak mau?
ask-d5-influence = Apakah di sini ada orang yang begitu berkuasa atas Anda sampai Anda tidak berani memutuskan sendiri?
ask-d5-act-peers = Apakah di sini ada yang memaksa Anda mengawasi, menghukum, atau menyakiti pekerja lain?
ask-d5-lie = Apakah di sini ada yang memaksa Anda berkata tidak benar kepada keluarga, polisi, atau kantor pemerintah?
ask-d5-denounce = Apakah di sini ada yang bilang akan melaporkan Anda ke polisi atau kantor pemerintah?
ask-d5-worse = Apakah di sini ada yang bilang keadaan Anda akan lebih buruk kalau tidak menurut?
ask-d5-family-violence = Apakah ada yang menyakiti keluarga Anda, atau bilang akan menyakiti mereka, karena kerja Anda di sini?
ask-d5-wages-held = Apakah gaji Anda ditahan supaya Anda tidak bisa pergi?
ask-d5-inform-family = Apakah di sini ada yang bilang akan menceritakan hal buruk atau pribadi tentang Anda kepada keluarga atau orang lain?
ask-d6-dependency = Apakah Anda membutuhkan satu orang di sini untuk segala hal, dan orang itu memanfaatkannya supaya Anda terus bekerja?
ask-d6-unknown-area = Apakah sulit bagi Anda mencari jalan atau minta tolong di tempat ini, dan ada yang memanfaatkannya supaya Anda terus bekerja?
ask-d6-economic = Apakah Anda atau keluarga sangat butuh uang, dan di sini ada yang memanfaatkannya supaya Anda terus bekerja?
ask-d6-family = Apakah ada keluarga yang bergantung pada Anda, dan di sini ada yang memanfaatkannya supaya Anda terus bekerja?
ask-d6-authorities = Apakah Anda takut pada polisi atau kantor pemerintah, dan di sini ada yang memanfaatkannya supaya Anda terus bekerja?
ask-d6-past = Apakah dulu pernah terjadi hal buruk dalam hidup Anda, dan di sini ada yang memanfaatkannya supaya Anda terus bekerja?
ask-d6-personal = Apakah Anda sakit, masih sangat muda, hamil, atau sendirian, dan di sini ada yang memanfaatkannya supaya Anda terus bekerja?

## icls-2018: Work that is not voluntary, and the menace of a penalty

ask-iv-bound = Apakah Anda lahir dalam pekerjaan ini, atau diberikan atau dijual untuk ini, tanpa ditanya?
ask-iv-other-job = Apakah Anda harus melakukan pekerjaan lain dari yang disepakati, dan tidak bisa menolak?
ask-iv-other-employer = Apakah Anda harus bekerja untuk orang lain dari yang disepakati, dan tidak bisa menolak?
ask-iv-overtime = Apakah Anda harus bekerja lebih lama atau lebih sering siap dari yang disepakati, dan tidak bisa menolak?
ask-iv-hazard = Apakah Anda harus melakukan kerja berbahaya yang tidak Anda setujui?
ask-iv-pay = Apakah Anda harus bekerja dengan bayaran sangat kecil atau tanpa bayaran, dan tidak bisa menolak?
ask-iv-living = Apakah Anda harus hidup dalam keadaan sangat buruk karena pekerjaan ini, dan tidak bisa menolak?
ask-iv-longer = Apakah Anda harus tinggal di pekerjaan ini lebih lama dari yang disepakati?
ask-iv-quit = Apakah ada yang menghalangi Anda berhenti dari pekerjaan ini saat Anda mau?
ask-mp-violence = Supaya Anda terus bekerja, apakah ada yang menyakiti Anda atau orang dekat Anda?
ask-mp-threats = Supaya Anda terus bekerja, apakah ada yang bilang akan menyakiti Anda atau orang dekat Anda?
ask-mp-movement = Supaya Anda terus bekerja, apakah Anda dikunci, diawasi, atau dilarang keluar?
ask-mp-debt = Supaya Anda terus bekerja, apakah ada yang memakai utang, atau memperbesar utang itu?
ask-mp-wages = Supaya Anda terus bekerja, apakah ada yang menahan gaji atau hal lain yang dijanjikan?
ask-mp-documents = Supaya Anda terus bekerja, apakah ada yang menahan surat atau barang berharga Anda?
ask-mp-status = Supaya Anda terus bekerja, apakah ada yang bilang Anda akan dipecat, dipulangkan, atau tidak diberi hal yang Anda perlukan?

## visit-observation: What an inspector looks at without asking anybody

ask-o-locked = Apakah ruang kerja atau kamar tidur dikunci sehingga orang di dalam tidak bisa keluar?
ask-o-guards = Apakah penjaga atau anjing menghalangi pekerja keluar?
ask-o-sleep = Apakah orang tidur di tempat kerja, atau terlalu banyak orang di satu kamar?
ask-o-water = Apakah air minum, toilet, atau tempat mandi tidak tersedia?
ask-o-papers = Apakah paspor atau surat pekerja disimpan di kantor, laci, atau brankas?
ask-o-phones = Apakah HP pekerja disimpan orang lain?
ask-o-fines = Apakah ada daftar atau pengumuman tentang denda, utang, atau potongan gaji pekerja?
ask-o-rota = Apakah daftar hadir atau jadwal kerja menunjukkan hari yang sangat panjang, atau minggu tanpa hari libur?
ask-o-silent = Saat disapa, apakah pekerja melihat ke bos atau diam, atau orang lain yang menjawab?
ask-o-hidden = Saat Anda tiba, apakah pekerja disuruh pergi, disembunyikan, atau disuruh diam?
ask-o-injuries = Apakah pekerja punya luka, luka bakar, atau memar yang tidak diobati?
ask-o-struck = Apakah Anda melihat orang dipukul, didorong, atau diseret?
ask-o-unprotected = Apakah pekerja memakai mesin, bahan kimia, atau bekerja di tempat tinggi tanpa pelindung?
ask-o-children = Apakah di sini ada yang bekerja dan kelihatan masih usia sekolah?

## child-labour: Children who work

ask-ch-age = Apakah umur Anda masih umur anak sekolah?
ask-ch-hours = Apakah Anda bekerja dalam sehari lebih lama dari jam sekolah?
ask-ch-night = Apakah Anda bekerja sampai larut, malam hari, atau sebelum matahari terbit?
ask-ch-rest = Apakah Anda harus bekerja tanpa istirahat atau tanpa hari libur?
ask-ch-school = Apakah karena kerja Anda tidak bisa sekolah, atau terlalu capek untuk sekolah?
ask-ch-family = Apakah Anda tinggal jauh dari keluarga karena kerja?
ask-ch-wage = Apakah uang hasil kerja Anda diambil orang lain?
ask-cz-heavy = Apakah Anda harus mengangkat, membawa, atau mendorong barang berat?
ask-cz-machines = Apakah Anda harus bekerja dengan mesin, pisau tajam, api, atau benda yang sangat panas?
ask-cz-substances = Apakah Anda harus bekerja dengan debu, asap, semprotan, atau hal lain yang membuat sakit?
ask-cz-places = Apakah Anda harus bekerja di tempat tinggi, di bawah tanah, di antara mobil, atau sendirian dalam gelap?
ask-cw-forced = Apakah Anda diberikan kepada orang untuk bekerja, demi uang atau utang, dan tidak boleh pergi?
ask-cw-sexual = Apakah ada yang menyentuh tubuh Anda, atau memotretnya, dengan cara yang membuat Anda tidak nyaman?
ask-cw-crime = Apakah ada yang menyuruh Anda mencuri, atau membawa atau menjual barang diam-diam?
ask-cw-weapons = Apakah ada yang menyuruh Anda membawa senjata atau membantu orang yang bertempur?

## begging: Organised begging

ask-bg-made = Apakah ada yang menyuruh Anda minta uang kepada orang di jalan, atau jualan barang kecil untuk itu?
ask-bg-sum = Apakah Anda harus membawa uang dengan jumlah tertentu?
ask-bg-money = Apakah uang yang diberi orang kepada Anda diambil orang lain?
ask-bg-long = Apakah Anda harus minta uang berjam-jam, juga saat panas, dingin, atau malam?
ask-bc-beaten = Kalau bawa uang terlalu sedikit, apakah Anda dipukul atau tidak diberi makan?
ask-bc-taken = Apakah ada yang mengantar Anda ke tempat minta uang, lalu menjemput lagi?
ask-bc-watched = Apakah ada yang mengawasi Anda saat minta uang?
ask-bc-child = Apakah ada anak yang dipakai, atau dipinjamkan ke orang lain, supaya orang memberi lebih banyak?
ask-bc-disabled = Apakah ada orang sakit atau difabel yang dipakai, supaya orang memberi lebih banyak?

## organ-removal: Removal of organs

ask-oa-asked = Apakah ada yang minta bagian tubuh Anda, misalnya ginjal?
ask-oa-pressed = Apakah ada yang memaksa atau menakuti Anda supaya memberikan bagian tubuh?
ask-oa-money = Apakah ada yang menjanjikan uang atau hal lain untuk bagian tubuh Anda?
ask-oa-debt = Apakah ada yang bilang utang bisa dibayar dengan bagian tubuh Anda?
ask-oa-go-between = Apakah ada yang mengurus perjalanan, surat, atau rumah sakit, supaya Anda memberikan bagian tubuh?
ask-om-tests = Selain pemeriksaan biasa untuk kerja, apakah darah atau tubuh Anda diperiksa, dan tidak ada yang bilang untuk apa?
ask-om-operated = Apakah Anda pernah dioperasi, dan bagian tubuh Anda diambil atau mungkin diambil?
