# Safari: rasimu na ukaguzi, hatari, pesa, siri, mawasiliano salama, simu kwa lugha yako.

web-drafted = Maneno ya lugha hii bado ni rasimu. Hakuna mzawa wa lugha hii aliyeyakagua bado.
web-drafted-report = Tuambie kama kuna kosa au jambo gumu kuelewa
complaints-wording-title = Kuna kosa au jambo gumu kuelewa
complaints-wording-lead = Saidia wengine wanaozungumza lugha yako. Tafadhali usiandike hapa chochote kukuhusu: hakuna anayejibu.
complaints-wording-shown = Maneno kama yalivyo kwenye ukurasa
complaints-wording-better = Wewe ungesemaje?
complaints-wording-done = Asante. Mtu atayaangalia.

complaints-call-title = Ongea na mtu anayejua lugha yako
complaints-call-why = Kama maneno haya hayaeleweki, mtu anayejua lugha yako anaweza kukupigia na kukueleza.
complaints-call-lead = Si lazima kutaja jina. Haya si malalamiko.
complaints-call-number = Namba ya simu
complaints-call-send = Omba kupigiwa simu
complaints-call-done-title = Utapigiwa simu
complaints-call-done = Utapigiwa simu kabla ya { $time }, saa ambazo ni salama kwako.
complaints-call-error-alone = Tunapiga simu tu kwenye simu iliyo yako peke yako. Kama sivyo, tumia simu nyingine, au rudi baadaye.

complaints-door-danger-hint = Nani wa kumpigia, na jinsi ya kutuambia kwa kubonyeza mara moja
complaints-danger-title = Je, uko hatarini sasa?
complaints-danger-first = Kama unaweza, piga simu sasa:
complaints-danger-cannot = Huwezi kupiga simu?
complaints-danger-promise = Bonyeza kitufe chekundu. Si lazima kuandika chochote. Mtu atasoma kabla ya { $time }.
complaints-danger-where = Uko wapi?
complaints-danger-number = Namba yako ya simu, kama simu ni yako peke yako tu
complaints-danger-send = Niko hatarini: iambieni ofisi sasa

complaints-learns-title = Nani atajua unachotuambia?
complaints-learns = Wanaoyashughulikia pekee. Jambo moja ni tofauti: kama mtu anaweza kufa au kuumia vibaya, au mtoto anaumizwa, huenda tukalazimika kuwaambia wanaolinda watu. Ikiwa ni salama, tunakuambia wewe kwanza.
complaints-secret-can = Tunachoweza kufanya bila kusema wewe ni nani
complaints-secret-can-feasible = Tunaweza kukagua mahali pote pa kazi bila kutaja jina la mtu. Hata hivyo mwajiri wako anaweza kukisia.
complaints-secret-can-difficult = Tunaweza kuanza bila kutaja jina lako. Lakini wachache wanajua jambo hili, hivyo mwajiri anaweza kukisia kwamba ni wewe. Baadaye tunaweza kukuuliza kama tutaje jina lako.
complaints-secret-can-impossible = Hili linakuhusu wewe peke yako. Hatuwezi kumuuliza mwajiri bila kutaja jina lako. Bado tunaweza kukuambia unachoweza kufanya. Tunataja jina lako ukikubali tu.
complaints-secret-anonymous-hint = Tunaweza kukujibu hapa tu, kwa namba yako ya siri.
complaints-secret-open-hint = Tunaweza kumwambia mwajiri jina lako.

complaints-claims = Ni mshahara upi haujalipwa?
complaints-claims-hint = Andika tarakimu tu. Acha wazi usichojua.
complaints-claim-month = Mwezi
complaints-claim-agreed = Mshahara mliokubaliana
complaints-claim-paid = Mshahara uliopata
complaints-claim-nothing = Andika 0 kama hukupata chochote.
complaints-claim-add = Ongeza mwezi mwingine
complaints-claim-sum = Jumla ambayo haijalipwa
complaints-error-amount = Andika kiasi kwa tarakimu, kwa mfano 150 au 150.50.
complaints-error-month = Chagua mwezi wa mshahara huu.

complaints-channel-text = Nitumieni ujumbe wa simu (SMS)
complaints-whose = Simu au barua pepe hii ni ya nani?
complaints-whose-alone = Yangu peke yangu
complaints-whose-seen = Yangu, lakini wengine huitazama
complaints-whose-trusted = Ya mtu ninayemwamini
complaints-whose-employer = Ya mwajiri wangu, au ya mtu wa kazini
complaints-never-call = Msipige simu kamwe
complaints-no-message = Msiache wala kutuma ujumbe
complaints-safe-word = Neno la usalama
complaints-safe-word-hint = Neno unalolichagua wewe. Anayepiga hulisema kwanza, ili ujue ni sisi.
complaints-open-words = Barua pepe inaweza kusema inahusu nini
complaints-open-words-hint = Vinginevyo inasema tu kwamba kuna kitu cha kusoma.
complaints-error-never-call = Umeomba kupigiwa simu, na pia usipigiwe kamwe. Chagua moja.
complaints-error-mail = Anwani ya barua pepe huwa kama name@example.com. Iangalie tena.

messaging-arrived-open-subject = Malalamiko yako yamefika
messaging-arrived-open-body = Malalamiko yako kuhusu kazi yamefika. Mtu atayasoma. Unaweza kusoma jibu kwa namba ya malalamiko na namba yako ya siri. Tafadhali usijibu barua pepe hii.
messaging-news-open-subject = Habari kuhusu malalamiko yako
messaging-news-open-body = Kuna habari kuhusu malalamiko yako ya kazi. Unaweza kuisoma kwa namba ya malalamiko na namba yako ya siri. Tafadhali usijibu barua pepe hii.
