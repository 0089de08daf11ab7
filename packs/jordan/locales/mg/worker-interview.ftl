### Questions of interviews and visits. Yes means that the indicator is there. Each can be skipped.

## ilo-ec-2009-labour: Before she came and on the way, then here and now

ask-d1-job = Talohan'ny nahatongavanao, nilazana asa, toerana na mpampiasa hafa noho izay hitanao eto ve ianao?
ask-d1-wages = Talohan'ny nahatongavanao, nampanantenaina karama ambony noho izay raisinao eto ve ianao?
ask-d1-conditions = Talohan'ny nahatongavanao, nolazaina ve fa maivana kokoa, azo antoka kokoa, na betsaka fitsaharana kokoa noho ny tena izy ny asa?
ask-d1-contract = Talohan'ny nahatongavanao, nisy zavatra tsy marina nolazaina taminao momba ny kontra ve?
ask-d1-housing = Talohan'ny nahatongavanao, nampanantenaina toeram-ponenana tsara kokoa noho ny eto ve ianao?
ask-d1-legal-docs = Talohan'ny nahatongavanao, nisy zavatra tsy marina nolazaina taminao momba ny taratasy na fahazoan-dalana ho azonao ve?
ask-d1-travel = Talohan'ny nahatongavanao, nisy zavatra tsy marina nolazaina taminao momba ny dia na ny saran-dalana ve?
ask-d1-family-reunion = Talohan'ny nahatongavanao, nampanantenaina hiaraka amin'ny fianakaviana ve ianao, nefa tsy tanteraka izany?
ask-d1-marriage-adoption = Talohan'ny nahatongavanao, nampanantenaina fanambadiana, na ho raisina ho zanaka ao an-tokantrano, ve ianao, nefa tsy tanteraka izany?
ask-d1-education = Talohan'ny nahatongavanao, nampanantenaina hianatra na hahazo fiofanana ve ianao, nefa tsy tanteraka izany?
ask-d2-violence = Talohan'ny nahatongavanao na teny an-dalana, nisy namely, nandratra, na nikasika anao tsy amin'ny sitraponao ve?
ask-d2-threats = Talohan'ny nahatongavanao na teny an-dalana, nisy nilaza ve fa hanisy ratsy anao raha tsy manaiky ianao?
ask-d2-abduction = Mba hitondrana anao aty, nisy naka an-keriny, nivarotra, nanery anao hanambady, na nanome anao ho an'ny fianakaviana hafa ve?
ask-d2-debt = Talohan'ny nahatongavanao na teny an-dalana, voatery nandray trosa aloa amin'ny asa ve ianao?
ask-d2-docs = Talohan'ny nahatongavanao na teny an-dalana, nisy naka ny pasipaoronao na ny taratasinao ve ka tsy namerina azy?
ask-d2-isolation = Talohan'ny nahatongavanao na teny an-dalana, nohidiana, nojerena lalandava, na norarana tsy hiresaka amin'ny hafa ve ianao?
ask-d2-denounce = Talohan'ny nahatongavanao na teny an-dalana, nisy nilaza ve fa hitatitra anao amin'ny polisy na biraom-panjakana?
ask-d2-inform-family = Talohan'ny nahatongavanao na teny an-dalana, nisy nilaza ve fa hilaza zava-dratsy na manokana momba anao amin'ny fianakavianao na olon-kafa?
ask-d2-family-violence = Talohan'ny nahatongavanao na teny an-dalana, nisy nanisy ratsy ny fianakavianao ve, na nilaza fa hanao izany?
ask-d2-money = Talohan'ny nahatongavanao na teny an-dalana, nisy nihazona ny volanao ve?
ask-d3-difficult-family = Nisy olana ve tao amin'ny fianakavianao, ka nisy nanararaotra izany mba hahatonga anao aty?
ask-d3-illegal-status = Nisy nanararaotra olana momba ny taratasinao ve mba hahatonga anao aty?
ask-d3-low-education = Sarotra taminao ve ny namaky na niteny ilay fiteny, ka nisy nanararaotra izany mba hahatonga anao aty?
ask-d3-lack-info = Kely ve no fantatrao momba ny toerana na ny asa, ka nisy nanararaotra izany mba hahatonga anao aty?
ask-d3-exploiter-control = Talohan'ny nahatongavanao na teny an-dalana, nisy nanapaka ny zava-drehetra ho anao ve ka tsy afaka nisafidy ianao?
ask-d3-economic = Nila vola mafy ve ianao na ny fianakavianao, ka nisy nanararaotra izany mba hahatonga anao aty?
ask-d3-false-success = Talohan'ny nahatongavanao, nisy nitantara tsy marina momba ny olona tafita any ivelany ve taminao?
ask-d3-false-law = Talohan'ny nahatongavanao, nisy nilaza zavatra tsy marina momba ny lalàna, ny polisy na ny biraom-panjakana ve taminao?
ask-d3-family = Nisy olona tao amin'ny fianakavianao niankina taminao ve, ka nisy nanararaotra izany mba hahatonga anao aty?
ask-d3-personal = Narary, tena mbola kely, bevohoka na irery ve ianao, ka nisy nanararaotra izany mba hahatonga anao aty?
ask-d3-dependency = Nisy olona tianao na tena nilainao ve nanararaotra izany mba hahatonga anao aty?
ask-d3-authorities = Natahotra polisy na biraom-panjakana ve ianao, ka nisy nanararaotra izany mba hahatonga anao aty?
ask-d3-past = Nisy zava-dratsy nanjo anao taloha teo amin'ny fiainana ve, ka nisy nanararaotra izany mba hahatonga anao aty?
ask-d3-travel-org = Sarotra taminao ve ny nikarakara irery ny dia, ka nisy nanararaotra izany tamin'ny fomba ratsy?
ask-d3-beliefs = Nisy nampiasa ny finoanao, fianianana, ozona na fomba amam-panao ve mba hahatonga anao aty?
ask-d3-context = Nisy ady, hanoanana na loza voajanahary ve tany aminao, ka nisy nanararaotra izany mba hahatonga anao aty?
ask-d4-hours = Be loatra ve ny ora na andro iasanao ka tsy ampy ny fitsaharana na ny torimaso?
ask-d4-pay = Kely dia kely ve ny vola raisinao amin'ny asa, na tsy misy mihitsy?
ask-d4-wage-manip = Esorana vola ve ny karamanao, na diso kajy, nefa tsy nanaiky ianao?
ask-d4-living = Maloto ve ny toerana itoeranao, be olona loatra, na tsy ampy rano na sakafo?
ask-d4-working = Voatery miasa tsy misy zavatra ilain'ny olona ve ianao, toy ny fiatoana, rano fisotro na kabone?
ask-d4-hazardous = Mety handratra na hahatonga aretina aminao ve ny asa, nefa tsy misy miaro anao?
ask-d4-law-breach = Mandika izay nifanarahana momba ny asa ve ny mpampiasa?
ask-d4-no-social = Rehefa marary na maratra ianao, avela tsy hisy karama na dokotera ve?
ask-d4-no-education = Sakanana tsy hianatra any an-tsekoly na hianatra zavatra ve ianao?
ask-d5-docs = Tazonin'olon-kafa ve ny pasipaoronao na ny taratasinao ka tsy averiny?
ask-d5-debt = Tsy maintsy miasa ve ianao mandra-paha voaloa ny trosa vao afaka miala?
ask-d5-isolation = Hidiana ao anatiny, jerena lalandava, na rarana tsy hivoaka na hiresaka amin'ny hafa ve ianao?
ask-d5-violence = Misy mamely, mandratra, na mikasika anao tsy amin'ny sitraponao ve eto?
ask-d5-threats = Misy milaza ve eto fa hanisy ratsy anao raha tsy manao izay lazainy ianao?
ask-d5-illicit = Misy mampanao zavatra voarara anao ve eto, toy ny halatra na fitondrana zava-mahadomelina?
ask-d5-forced-tasks = Terena hanao zavatra na hikarakara olona ve ianao na dia tsy tianao aza?
ask-d5-influence = Misy olona eto manana hery be loatra aminao ve ka tsy sahy manapa-kevitra ho anao ianao?
ask-d5-act-peers = Misy manery anao hiambina, hanasazy na handratra mpiasa hafa ve eto?
ask-d5-lie = Misy manery anao hilaza zavatra tsy marina amin'ny fianakavianao, polisy na biraom-panjakana ve eto?
ask-d5-denounce = Misy milaza ve eto fa hitatitra anao amin'ny polisy na biraom-panjakana?
ask-d5-worse = Misy milaza ve eto fa hiharatsy kokoa ny anao raha tsy mankatò ianao?
ask-d5-family-violence = Misy manisy ratsy ny fianakavianao ve, na milaza fa hanao izany, noho ny asanao eto?
ask-d5-wages-held = Tazonina ve ny karamanao mba tsy hahafahanao miala?
ask-d5-inform-family = Misy milaza ve eto fa hilaza zava-dratsy na manokana momba anao amin'ny fianakavianao na olon-kafa?
ask-d6-dependency = Mila olona iray eto amin'ny zava-drehetra ve ianao, ka manararaotra izany izy mba hitazonana anao amin'ny asa?
ask-d6-unknown-area = Sarotra aminao ve ny mahita lalana na mangataka fanampiana eto, ka misy manararaotra izany mba hitazonana anao amin'ny asa?
ask-d6-economic = Mila vola mafy ve ianao na ny fianakavianao, ka misy manararaotra izany eto mba hitazonana anao amin'ny asa?
ask-d6-family = Misy olona ao amin'ny fianakavianao miankina aminao ve, ka misy manararaotra izany eto mba hitazonana anao amin'ny asa?
ask-d6-authorities = Matahotra polisy na biraom-panjakana ve ianao, ka misy manararaotra izany eto mba hitazonana anao amin'ny asa?
ask-d6-past = Nisy zava-dratsy nanjo anao taloha teo amin'ny fiainana ve, ka misy manararaotra izany eto mba hitazonana anao amin'ny asa?
ask-d6-personal = Marary, tena mbola kely, bevohoka na irery ve ianao, ka misy manararaotra izany eto mba hitazonana anao amin'ny asa?

## icls-2018: Work that is not voluntary, and the menace of a penalty

ask-iv-bound = Teraka tao anatin'ity asa ity ve ianao, na nomena na namidy ho amin'ity asa ity, nefa tsy nanontaniana?
ask-iv-other-job = Voatery manao asa hafa noho izay nifanarahana ve ianao, ka tsy afaka mandà?
ask-iv-other-employer = Voatery miasa ho an'olon-kafa noho izay nifanarahana ve ianao, ka tsy afaka mandà?
ask-iv-overtime = Voatery miasa ela kokoa na miandry antso matetika kokoa noho izay nifanarahana ve ianao, ka tsy afaka mandà?
ask-iv-hazard = Voatery manao asa mampidi-doza tsy nekenao ve ianao?
ask-iv-pay = Voatery miasa amin'ny vola kely dia kely na tsy misy vola ve ianao, ka tsy afaka mandà?
ask-iv-living = Voatery miaina amin'ny toe-javatra tena ratsy ve ianao noho ity asa ity, ka tsy afaka mandà?
ask-iv-longer = Voatery mijanona ela kokoa noho izay nifanarahana ve ianao amin'ity asa ity?
ask-iv-quit = Misy misakana anao tsy hiala amin'ity asa ity ve rehefa tianao hiala?
ask-mp-violence = Mba hitazonana anao amin'ny asa, nisy nandratra anao na ny olona akaiky anao ve?
ask-mp-threats = Mba hitazonana anao amin'ny asa, misy milaza ve fa hanisy ratsy anao na ny olona akaiky anao?
ask-mp-movement = Mba hitazonana anao amin'ny asa, hidiana, jerena na rarana tsy hivoaka ve ianao?
ask-mp-debt = Mba hitazonana anao amin'ny asa, misy mampiasa trosa ve, na mampitombo azy?
ask-mp-wages = Mba hitazonana anao amin'ny asa, misy mihazona ny karama na zavatra hafa nampanantenaina anao ve?
ask-mp-documents = Mba hitazonana anao amin'ny asa, misy mihazona ny taratasinao na ny zava-tsarobidinao ve?
ask-mp-status = Mba hitazonana anao amin'ny asa, misy milaza ve fa horoahina amin'ny asa, haverina any an-tanindrazana, na tsy homena izay ilainao ianao?

## visit-observation: What an inspector looks at without asking anybody

ask-o-locked = Mihidy ve ny efitra fiasana na fatoriana ka tsy afaka mivoaka ny olona?
ask-o-guards = Misy mpiambina na alika misakana ny mpiasa tsy hivoaka ve?
ask-o-sleep = Matory eo amin'ny toerana iasany ve ny olona, na be loatra ao anaty efitra iray?
ask-o-water = Tsy ampy ve ny rano fisotro, ny kabone na ny toerana fidiovana?
ask-o-papers = Voatahiry ao amin'ny birao, vatasarihana na kofrefò ve ny pasipaoron'ny mpiasa na ny taratasiny?
ask-o-phones = Tazonin'olon-kafa ve ny findain'ny mpiasa?
ask-o-fines = Mampiseho lamandy, trosa na vola esorina amin'ny karaman'ny mpiasa ve ny lisitra na ny filazana?
ask-o-rota = Mampiseho andro lava be, na herinandro tsy misy andro fitsaharana, ve ny lisitry ny ora fiasana?
ask-o-silent = Rehefa misy miarahaba, mijery ny patron ve ny mpiasa na mangina, na olon-kafa no mamaly ho azy?
ask-o-hidden = Rehefa tonga ianao, alefa hiala, afenina na asaina mangina ve ny mpiasa?
ask-o-injuries = Misy ratra, may na mangana tsy misy mitsabo ve ny mpiasa?
ask-o-struck = Misy olona kapohina, atosika na tarihina an-keriny ve hitanao?
ask-o-unprotected = Miasa tsy misy fiarovana amin'ny milina, akora simika na toerana avo ve ny mpiasa?
ask-o-children = Misy miasa eto ve toa mbola tokony ho any an-tsekoly?

## child-labour: Children who work

ask-ch-age = Ao amin'ny taona tokony handehanan'ny ankizy any an-tsekoly ve ianao?
ask-ch-hours = Miasa ela kokoa noho ny fotoam-pianarana ao anatin'ny iray andro ve ianao?
ask-ch-night = Miasa hariva be, alina na alohan'ny fiposahan'ny masoandro ve ianao?
ask-ch-rest = Voatery miasa tsy misy fiatoana na andro fitsaharana ve ianao?
ask-ch-school = Misakana anao tsy handeha any an-tsekoly ve ny asa, na mahareraka anao loatra?
ask-ch-family = Mipetraka lavitra ny fianakavianao ve ianao noho ny asa?
ask-ch-wage = Alain'olon-kafa ve ny vola azo amin'ny asanao?
ask-cz-heavy = Voatery mampakatra, mitondra na manosika entana mavesatra ve ianao?
ask-cz-machines = Voatery miasa amin'ny milina, antsy maranitra, afo na zavatra mafana be ve ianao?
ask-cz-substances = Voatery miasa amin'ny vovoka, setroka, fanafody afafy na zavatra hafa mahatonga aretina ve ianao?
ask-cz-places = Voatery miasa any ambony be, ambanin'ny tany, eo anelanelan'ny fiara, na irery ao anaty maizina ve ianao?
ask-cw-forced = Nomena olona hiasa ve ianao, noho ny vola na trosa, ka tsy avela hiala?
ask-cw-sexual = Misy mikasika ny vatanao ve, na maka sary azy, amin'ny fomba tsy mahafinaritra anao?
ask-cw-crime = Misy manery anao hangalatra ve, na hitondra na hivarotra zavatra an-tsokosoko?
ask-cw-weapons = Misy manery anao hitondra fitaovam-piadiana ve, na hanampy olona miady?

## begging: Organised begging

ask-bg-made = Misy manery anao hangataka vola amin'ny olona eny an-dalana ve, na hivarotra zavatra madinika ho amin'izany?
ask-bg-sum = Voatery mitondra vola amin'ny sanda voafetra ve ianao?
ask-bg-money = Alain'olon-kafa ve ny vola omen'ny olona anao?
ask-bg-long = Voatery mangataka vola ora maro ve ianao, na mafana, na mangatsiaka, na alina aza?
ask-bc-beaten = Rehefa kely ny vola entinao, misy mamely anao ve, na tsy manome sakafo anao?
ask-bc-taken = Misy mitondra anao any amin'ny toerana angatahanao vola ve, ary maka anao indray?
ask-bc-watched = Misy mijery anao ve rehefa mangataka vola ianao?
ask-bc-child = Misy ankizy ampiasaina ve, na ampindramina olon-kafa, mba hanomezan'ny olona vola bebe kokoa?
ask-bc-disabled = Misy olona marary na manana fahasembanana ampiasaina ve, mba hanomezan'ny olona vola bebe kokoa?

## organ-removal: Removal of organs

ask-oa-asked = Nisy nangataka ampahany amin'ny vatanao ve, toy ny voa?
ask-oa-pressed = Misy manery na mampatahotra anao ve mba hanomezanao ampahany amin'ny vatanao?
ask-oa-money = Nisy nampanantena vola na zavatra hafa ve ho takalon'ny ampahany amin'ny vatanao?
ask-oa-debt = Nisy nilaza ve fa azo aloa amin'ny ampahany amin'ny vatanao ny trosa?
ask-oa-go-between = Nisy nikarakara dia, taratasy na hopitaly ho anao ve, mba hanomezanao ampahany amin'ny vatanao?
ask-om-tests = Ankoatra ny fizahana mahazatra ho an'ny asa, nozahana ve ny ranao na ny vatanao nefa tsy nisy nilaza ny antony?
ask-om-operated = Efa nodidiana ve ianao, ka nalaina, na mety ho nalaina, ny ampahany amin'ny vatanao?
