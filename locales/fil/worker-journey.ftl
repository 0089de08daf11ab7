# Ang daan: burador at pagsuri, panganib, pera, lihim, ligtas na pagkontak, tawag sa sariling wika.

web-drafted = Burador pa ang mga salita sa wikang ito. Wala pang taong lumaki sa wikang ito ang nakasuri.
web-drafted-report = Sabihin sa amin kung may mali o mahirap intindihin
complaints-wording-title = May mali o mahirap intindihin
complaints-wording-lead = Tulungan ninyo ang iba na nagsasalita ng wika ninyo. Huwag po kayong magsulat dito ng tungkol sa inyo: walang sasagot dito.
complaints-wording-shown = Ang mga salita kung paano nakasulat sa pahina
complaints-wording-better = Paano ninyo ito sasabihin?
complaints-wording-done = Salamat. May titingin dito.

complaints-call-title = Makipag-usap sa taong marunong ng wika ninyo
complaints-call-why = Kung hindi malinaw ang mga ito, puwede kayong tawagan at paliwanagan ng taong marunong ng wika ninyo.
complaints-call-lead = Hindi kailangang sabihin ang pangalan. Hindi ito reklamo.
complaints-call-number = Numero ng telepono
complaints-call-send = Humiling ng tawag
complaints-call-done-title = May tatawag sa inyo
complaints-call-done = May tatawag sa inyo bago ang { $time }, sa oras na ligtas para sa inyo.
complaints-call-error-alone = Tumatawag lang kami sa cellphone na kayo lang ang gumagamit. Kung hindi, gumamit ng ibang telepono, o bumalik mamaya.

complaints-door-danger-hint = Sino ang tatawagan, at paano magsabi sa isang pindot
complaints-danger-title = Nasa panganib ba kayo ngayon?
complaints-danger-first = Kung kaya ninyo, tumawag na ngayon:
complaints-danger-cannot = Hindi makatawag?
complaints-danger-promise = Pindutin ang pulang button. Hindi kailangang magsulat. May taong babasa nito bago ang { $time }.
complaints-danger-where = Nasaan kayo?
complaints-danger-number = Numero ninyo, kung kayo lang ang gumagamit ng cellphone
complaints-danger-send = Nasa panganib ako: sabihin sa opisina ngayon

complaints-learns-title = Sino ang makakaalam ng sinasabi ninyo?
complaints-learns = Ang humahawak lang nito. May isang naiiba: kung may puwedeng mamatay o masaktan nang malubha, o may batang nasasaktan, baka kailangan naming sabihin sa mga nagpoprotekta ng tao. Kung ligtas, kayo muna ang sasabihan namin.
complaints-secret-can = Ang magagawa namin nang hindi sinasabi kung sino kayo
complaints-secret-can-feasible = Puwede naming tingnan ang buong lugar ng trabaho nang walang pinapangalanan. Puwede pa ring manghula ang amo ninyo.
complaints-secret-can-difficult = Puwede kaming magsimula nang hindi sinasabi ang pangalan ninyo. Pero kaunti lang ang nakakaalam nito, kaya puwedeng mahulaan ng amo na kayo iyon. Baka tanungin namin kayo mamaya kung puwedeng sabihin ang pangalan ninyo.
complaints-secret-can-impossible = Kayo lang ang sangkot dito. Hindi namin ito matatanong sa amo nang hindi sinasabi ang pangalan ninyo. Masasabi pa rin namin kung ano ang puwede ninyong gawin. Sasabihin lang namin ang pangalan kung pumayag kayo.
complaints-secret-anonymous-hint = Dito lang kami makakasagot sa inyo, gamit ang code ninyo.
complaints-secret-open-hint = Puwede naming sabihin sa amo ang pangalan ninyo.

complaints-claims = Aling sahod ang kulang?
complaints-claims-hint = Numero lang ang isulat. Iwang blangko ang hindi ninyo alam.
complaints-claim-month = Buwan
complaints-claim-agreed = Sahod na napagkasunduan
complaints-claim-paid = Sahod na natanggap
complaints-claim-nothing = Isulat ang 0 kung wala kayong natanggap.
complaints-claim-add = Magdagdag ng buwan
complaints-claim-sum = Kabuuang kulang
complaints-error-amount = Isulat ang halaga sa numero, halimbawa 150 o 150.50.
complaints-error-month = Piliin ang buwan ng sahod na ito.

complaints-channel-text = I-text ako
complaints-whose = Kanino ang cellphone o email na ito?
complaints-whose-alone = Akin lang
complaints-whose-seen = Akin, pero may ibang tumitingin
complaints-whose-trusted = Sa taong pinagkakatiwalaan ko
complaints-whose-employer = Sa amo ko, o sa katrabaho
complaints-never-call = Huwag tumawag kailanman
complaints-no-message = Huwag mag-iwan o magpadala ng mensahe
complaints-safe-word = Salitang palatandaan
complaints-safe-word-hint = Isang salitang pili ninyo. Sasabihin muna ito ng tatawag, para alam ninyong kami iyon.
complaints-open-words = Puwedeng sabihin sa email kung tungkol saan ito
complaints-open-words-hint = Kung hindi, sasabihin lang nito na may babasahin.
complaints-error-never-call = Humiling kayo ng tawag, at sinabi rin ninyong huwag tumawag kailanman. Pumili ng isa.
complaints-error-mail = Ganito ang email address: name@example.com. Tingnan po ulit.

messaging-arrived-open-subject = Dumating na ang reklamo ninyo
messaging-arrived-open-body = Dumating na ang reklamo ninyo tungkol sa trabaho. May taong babasa nito. Mababasa ninyo ang sagot gamit ang numero at code ninyo. Huwag po sanang sagutin ang email na ito.
messaging-news-open-subject = Balita sa reklamo ninyo
messaging-news-open-body = May balita sa reklamo ninyo tungkol sa trabaho. Mababasa ninyo ito gamit ang numero at code ninyo. Huwag po sanang sagutin ang email na ito.
