# Ligtas ba kayo? Puwedeng laktawan ang bawat tanong.
ask-s-leave = Ikinukulong ba kayo, o pinagbabawalang lumabas?
ask-s-papers = Hawak ba ng iba ang pasaporte o papeles ninyo at ayaw ibalik?
ask-s-hurt = Pinalo ba kayo, sinaktan, o hinawakan nang labag sa loob ninyo?
ask-s-threat = Pinagbantaan ba kayo na sasaktan kayo o ang pamilya ninyo, o isusumbong kayo sa pulis?
ask-s-contact = Kinuha ba ang cellphone ninyo, o pinipigilan kayong makausap ang pamilya ninyo?
ask-s-debt = Kailangan ba ninyong magtrabaho hanggang mabayaran ang isang utang bago kayo makaalis?
ask-s-organ = Hiningan ba kayo ng bahagi ng katawan ninyo, gaya ng bato (kidney)?
