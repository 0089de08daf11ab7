# Ny dia: drafitra sy fanamarinana, loza, vola, tsiambaratelo, fifandraisana azo antoka, antso amin'ny fiteny.

web-drafted = Mbola drafitra ny teny amin'ity fiteny ity. Tsy mbola nisy olona teraka tamin'ity fiteny ity nanamarina azy.
web-drafted-report = Lazao aminay raha misy diso na sarotra azo
complaints-wording-title = Misy diso na sarotra azo
complaints-wording-lead = Ampio ny hafa miteny ny fiteninao. Azafady, aza manoratra momba ny tenanao eto: tsy misy mamaly ity.
complaints-wording-shown = Ny teny araka izay eo amin'ny pejy
complaints-wording-better = Ahoana no hilazanao azy?
complaints-wording-done = Misaotra. Hisy olona hijery azy.

complaints-call-title = Miresaha amin'olona mahay ny fiteninao
complaints-call-why = Raha tsy mazava ireo teny ireo, misy olona mahay ny fiteninao afaka miantso sy manazava aminao.
complaints-call-lead = Tsy voatery milaza anarana. Tsy fitarainana ity.
complaints-call-number = Laharan-telefaonina
complaints-call-send = Mangataha antso
complaints-call-done-title = Hisy hiantso anao
complaints-call-done = Hisy hiantso anao alohan'ny { $time }, amin'ny ora azo antoka aminao.
complaints-call-error-alone = Finday anao irery ihany no antsoinay. Raha tsy izany, mampiasà finday hafa, na miverena any aoriana.

complaints-door-danger-hint = Iza no antsoina, sy ahoana no hilazana aminay amin'ny tsindry iray
complaints-danger-title = Tandindomin-doza ve ianao izao?
complaints-danger-first = Raha azonao atao, miantsoa izao:
complaints-danger-cannot = Tsy afaka miantso?
complaints-danger-promise = Tsindrio ny bokotra mena. Tsy voatery manoratra na inona na inona. Hisy olona hamaky azy alohan'ny { $time }.
complaints-danger-where = Aiza ianao?
complaints-danger-number = Ny laharanao, raha anao irery ihany ny finday
complaints-danger-send = Tandindomin-doza aho: lazao amin'ny birao izao

complaints-learns-title = Iza no hahalala izay lazainao?
complaints-learns = Izay mikarakara azy ihany. Zavatra iray no hafa: raha mety ho faty na haratra mafy ny olona, na misy ankizy voa, dia mety ho voatery hilaza amin'izay miaro ny olona izahay. Raha azo antoka, ianao aloha no ilazanay.
complaints-secret-can = Izay azonay atao nefa tsy milaza hoe iza ianao
complaints-secret-can-feasible = Afaka mijery ny toeram-piasana manontolo izahay nefa tsy manonona anaran'olona. Mety haminavina ihany anefa ny mpampiasa.
complaints-secret-can-difficult = Afaka manomboka izahay nefa tsy manonona ny anaranao. Vitsy anefa ny mahalala izany, ka mety haminavina ny mpampiasa fa ianao io. Mety hanontany anao izahay any aoriana raha azo tononina ny anaranao.
complaints-secret-can-impossible = Momba anao irery ity. Tsy afaka manontany ny mpampiasa izahay raha tsy manonona ny anaranao. Afaka milaza aminao izay azonao atao ihany izahay. Raha manaiky ianao vao tononinay ny anaranao.
complaints-secret-anonymous-hint = Eto ihany izahay no afaka mamaly anao, amin'ny kaodinao.
complaints-secret-open-hint = Mety hilaza ny anaranao amin'ny mpampiasa izahay.

complaints-claims = Karama iza no tsy voaloa?
complaints-claims-hint = Tarehimarika ihany no soratana. Avelao ho banga izay tsy fantatrao.
complaints-claim-month = Volana
complaints-claim-agreed = Karama nifanarahana
complaints-claim-paid = Karama azo
complaints-claim-nothing = Soraty 0 raha tsy nahazo na inona na inona.
complaints-claim-add = Hanampy volana hafa
complaints-claim-sum = Tsy voaloa rehetra
complaints-error-amount = Soraty amin'ny tarehimarika ny vola, ohatra 150 na 150.50.
complaints-error-month = Safidio ny volan'ity karama ity.

complaints-channel-text = Andefaso SMS aho
complaints-whose = An'iza ity finday na mailaka ity?
complaints-whose-alone = Ahy irery
complaints-whose-seen = Ahy, fa misy hafa mijery azy
complaints-whose-trusted = An'olona atokisako
complaints-whose-employer = An'ny mpampiasa ahy, na an'olona any am-piasana
complaints-never-call = Aza miantso mihitsy
complaints-no-message = Aza mametraka na mandefa hafatra
complaints-safe-word = Teny famantarana
complaints-safe-word-hint = Teny iray nofidinao. Izay miantso no miteny azy aloha, dia fantatrao fa izahay io.
complaints-open-words = Azon'ny mailaka lazaina hoe momba ny inona
complaints-open-words-hint = Raha tsy izany, lazainy fotsiny fa misy zavatra hovakiana.
complaints-error-never-call = Mangataka antso ianao, sady tsy tia hantsoina mihitsy. Misafidiana iray.
complaints-error-mail = Toy ny name@example.com ny adiresy mailaka. Jereo indray.

messaging-arrived-open-subject = Tonga ny fitarainanao
messaging-arrived-open-body = Tonga ny fitarainanao momba ny asanao. Hisy olona hamaky azy. Azonao vakina amin'ny laharanao sy ny kaodinao ny valiny. Azafady, aza valiana ity mailaka ity.
messaging-news-open-subject = Vaovao momba ny fitarainanao
messaging-news-open-body = Misy vaovao momba ny fitarainanao momba ny asanao. Azonao vakina amin'ny laharanao sy ny kaodinao izany. Azafady, aza valiana ity mailaka ity.
