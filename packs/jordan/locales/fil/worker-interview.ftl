### Questions of interviews and visits. Yes means that the indicator is there. Each can be skipped.

## ilo-ec-2009-labour: Before she came and on the way, then here and now

ask-d1-job = Bago kayo dumating, iba ba ang sinabi sa inyong trabaho, lugar o amo kaysa sa nadatnan ninyo rito?
ask-d1-wages = Bago kayo dumating, pinangakuan ba kayo ng mas malaking sahod kaysa sa natatanggap ninyo rito?
ask-d1-conditions = Bago kayo dumating, sinabi ba sa inyo na mas magaan o mas ligtas ang trabaho, o mas mahaba ang pahinga, kaysa sa totoo?
ask-d1-contract = Bago kayo dumating, may sinabi ba sa inyo tungkol sa kontrata na hindi totoo?
ask-d1-housing = Bago kayo dumating, pinangakuan ba kayo ng mas maayos na tirahan kaysa sa nadatnan ninyo rito?
ask-d1-legal-docs = Bago kayo dumating, may sinabi ba sa inyong hindi totoo tungkol sa mga papeles o permit na makukuha ninyo?
ask-d1-travel = Bago kayo dumating, may sinabi ba sa inyong hindi totoo tungkol sa biyahe o sa gastos nito?
ask-d1-family-reunion = Bago kayo dumating, pinangakuan ba kayo na makakasama ninyo ang pamilya ninyo, at hindi ito nangyari?
ask-d1-marriage-adoption = Bago kayo dumating, pinangakuan ba kayo ng kasal o na ituturing kayong anak ng pamilya, at hindi ito nangyari?
ask-d1-education = Bago kayo dumating, pinangakuan ba kayo ng pag-aaral o training, at hindi ito nangyari?
ask-d2-violence = Bago kayo dumating o habang nasa biyahe, may pumalo ba sa inyo, nanakit, o humawak nang labag sa loob ninyo?
ask-d2-threats = Bago kayo dumating o habang nasa biyahe, may nagsabi ba na sasaktan kayo kung hindi kayo papayag?
ask-d2-abduction = Para madala kayo rito, pinuwersa ba kayo, ipinagbili, o pinilit na magpakasal o sumama sa ibang pamilya?
ask-d2-debt = Bago kayo dumating o habang nasa biyahe, napilitan ba kayong umutang na kailangang bayaran sa pagtatrabaho?
ask-d2-docs = Bago kayo dumating o habang nasa biyahe, may kumuha ba ng pasaporte o papeles ninyo at hindi ibinalik?
ask-d2-isolation = Bago kayo dumating o habang nasa biyahe, ikinulong ba kayo, laging binantayan, o pinagbawalang makipag-usap sa iba?
ask-d2-denounce = Bago kayo dumating o habang nasa biyahe, may nagsabi ba na isusumbong kayo sa pulis o sa isang opisina ng gobyerno?
ask-d2-inform-family = Bago kayo dumating o habang nasa biyahe, may nagsabi ba na ikukuwento sa pamilya ninyo o sa iba ang masama o pribadong bagay tungkol sa inyo?
ask-d2-family-violence = Bago kayo dumating o habang nasa biyahe, may nanakit ba sa pamilya ninyo, o nagsabing sasaktan sila?
ask-d2-money = Bago kayo dumating o habang nasa biyahe, may nagtago o nagpigil ba ng pera ninyo?
ask-d3-difficult-family = May problema ba noon sa pamilya ninyo, at ginamit ito ng iba para mapapunta kayo?
ask-d3-illegal-status = May gumamit ba ng problema sa mga papeles ninyo para mapapunta kayo?
ask-d3-low-education = Nahirapan ba kayong magbasa o magsalita ng wika, at ginamit ito ng iba para mapapunta kayo?
ask-d3-lack-info = Kaunti lang ba ang alam ninyo sa lugar o trabaho, at ginamit ito ng iba para mapapunta kayo?
ask-d3-exploiter-control = Bago kayo dumating o habang nasa biyahe, may nagpasya ba ng lahat para sa inyo, kaya hindi kayo nakapili?
ask-d3-economic = Kailangang-kailangan ba ninyo o ng pamilya ninyo ng pera, at ginamit ito ng iba para mapapunta kayo?
ask-d3-false-success = Bago kayo dumating, may nagkuwento ba sa inyo ng hindi totoo tungkol sa mga umasenso sa ibang bansa?
ask-d3-false-law = Bago kayo dumating, may nagsabi ba sa inyo ng hindi totoo tungkol sa batas, pulis o mga opisina ng gobyerno?
ask-d3-family = May umaasa ba sa inyo sa pamilya, at ginamit ito ng iba para mapapunta kayo?
ask-d3-personal = May sakit ba kayo noon, napakabata, buntis o nag-iisa, at ginamit ito ng iba para mapapunta kayo?
ask-d3-dependency = Ginamit ba ito ng taong mahal ninyo, o hindi ninyo kayang mawala, para mapapunta kayo?
ask-d3-authorities = Takot ba kayo noon sa pulis o sa isang opisina ng gobyerno, at ginamit ito ng iba para mapapunta kayo?
ask-d3-past = May masamang nangyari ba sa inyo noon sa buhay, at ginamit ito ng iba para mapapunta kayo?
ask-d3-travel-org = Mahirap ba para sa inyo na ayusin mag-isa ang biyahe, at may nagsamantala nito?
ask-d3-beliefs = May gumamit ba ng pananampalataya, panata, sumpa o kaugalian ninyo para mapapunta kayo?
ask-d3-context = May giyera ba, gutom o sakuna sa lugar ninyo noon, at ginamit ito ng iba para mapapunta kayo?
ask-d4-hours = Napakarami ba ng oras o araw ng trabaho ninyo, kaya kulang ang pahinga o tulog?
ask-d4-pay = Napakaliit ba ng bayad sa trabaho ninyo, o wala talaga?
ask-d4-wage-manip = May kinakaltas ba sa sahod ninyo, o mali ang kuwenta nito, nang hindi kayo pumapayag?
ask-d4-living = Marumi ba ang tirahan ninyo, masyadong siksikan, o kulang sa tubig o pagkain?
ask-d4-working = Kailangan ba ninyong magtrabaho nang walang pahinga, inuming tubig, kubeta o iba pang kailangan ng tao?
ask-d4-hazardous = Puwede ba kayong masaktan o magkasakit sa trabaho, at walang nagpoprotekta sa inyo?
ask-d4-law-breach = Nilalabag ba ng amo ang napagkasunduan ninyo tungkol sa trabaho?
ask-d4-no-social = Kapag may sakit o nasaktan kayo, pinababayaan ba kayong walang sahod o walang doktor?
ask-d4-no-education = Pinipigilan ba kayong mag-aral o matuto?
ask-d5-docs = Hawak ba ng iba ang pasaporte o papeles ninyo at ayaw ibalik?
ask-d5-debt = Kailangan ba ninyong magtrabaho hanggang mabayaran ang isang utang bago kayo makaalis?
ask-d5-isolation = Ikinukulong ba kayo, laging binabantayan, o pinagbabawalang lumabas o makipag-usap sa iba?
ask-d5-violence = May pumapalo ba sa inyo rito, nananakit, o humahawak nang labag sa loob ninyo?
ask-d5-threats = May nagsasabi ba rito na sasaktan kayo kung hindi ninyo susundin ang sabi nila?
ask-d5-illicit = May nag-uutos ba sa inyo rito ng mga bawal, gaya ng pagnanakaw o pagdadala ng droga?
ask-d5-forced-tasks = Pinipilit ba kayong gumawa ng mga bagay o magsilbi sa mga tao kahit ayaw ninyo?
ask-d5-influence = May tao ba rito na napakalakas ng kapangyarihan sa inyo, kaya hindi kayo makapagpasya para sa sarili?
ask-d5-act-peers = May pumipilit ba sa inyo rito na bantayan, parusahan o saktan ang ibang manggagawa?
ask-d5-lie = May pumipilit ba sa inyo rito na magsabi ng hindi totoo sa pamilya ninyo, sa pulis o sa isang opisina ng gobyerno?
ask-d5-denounce = May nagsasabi ba rito na isusumbong kayo sa pulis o sa isang opisina ng gobyerno?
ask-d5-worse = May nagsasabi ba rito na lalo pang sasama ang kalagayan ninyo kung hindi kayo susunod?
ask-d5-family-violence = May nananakit ba sa pamilya ninyo, o nagsasabing sasaktan sila, dahil sa trabaho ninyo rito?
ask-d5-wages-held = Pinipigil ba ang sahod ninyo para hindi kayo makaalis?
ask-d5-inform-family = May nagsasabi ba rito na ikukuwento sa pamilya ninyo o sa iba ang masama o pribadong bagay tungkol sa inyo?
ask-d6-dependency = Umaasa ba kayo sa isang tao rito para sa lahat ng bagay, at ginagamit niya ito para manatili kayo sa trabaho?
ask-d6-unknown-area = Mahirap ba para sa inyo na matunton ang daan o humingi ng tulong sa lugar na ito, at may gumagamit nito para manatili kayo sa trabaho?
ask-d6-economic = Kailangang-kailangan ba ninyo o ng pamilya ninyo ng pera, at may gumagamit nito rito para manatili kayo sa trabaho?
ask-d6-family = May umaasa ba sa inyo sa pamilya, at may gumagamit nito rito para manatili kayo sa trabaho?
ask-d6-authorities = Takot ba kayo sa pulis o sa isang opisina ng gobyerno, at may gumagamit nito rito para manatili kayo sa trabaho?
ask-d6-past = May masamang nangyari ba sa inyo noon sa buhay, at may gumagamit nito rito para manatili kayo sa trabaho?
ask-d6-personal = May sakit ba kayo, napakabata, buntis o nag-iisa, at may gumagamit nito rito para manatili kayo sa trabaho?

## icls-2018: Work that is not voluntary, and the menace of a penalty

ask-iv-bound = Ipinanganak na ba kayo sa trabahong ito, o ibinigay o ipinagbili kayo para rito, nang hindi kayo tinanong?
ask-iv-other-job = Kailangan ba ninyong gumawa ng ibang trabaho kaysa sa napagkasunduan, at hindi kayo makatanggi?
ask-iv-other-employer = Kailangan ba ninyong magtrabaho sa ibang tao kaysa sa napagkasunduan, at hindi kayo makatanggi?
ask-iv-overtime = Kailangan ba ninyong magtrabaho nang mas matagal o laging maging handa nang higit sa napagkasunduan, at hindi kayo makatanggi?
ask-iv-hazard = Kailangan ba ninyong gumawa ng mapanganib na trabaho na hindi ninyo pinayagan?
ask-iv-pay = Kailangan ba ninyong magtrabaho nang napakaliit ang bayad o walang bayad, at hindi kayo makatanggi?
ask-iv-living = Kailangan ba ninyong tumira sa napakasamang kalagayan dahil sa trabahong ito, at hindi kayo makatanggi?
ask-iv-longer = Kailangan ba ninyong manatili sa trabahong ito nang mas matagal kaysa sa napagkasunduan?
ask-iv-quit = May pumipigil ba sa inyong umalis sa trabahong ito kapag gusto na ninyo?
ask-mp-violence = Para manatili kayo sa trabaho, may nanakit na ba sa inyo o sa mga taong malapit sa inyo?
ask-mp-threats = Para manatili kayo sa trabaho, may nagsasabi ba na sasaktan kayo o ang mga taong malapit sa inyo?
ask-mp-movement = Para manatili kayo sa trabaho, ikinukulong ba kayo, binabantayan o pinagbabawalang lumabas?
ask-mp-debt = Para manatili kayo sa trabaho, may gumagamit ba ng utang, o nagpapalaki nito?
ask-mp-wages = Para manatili kayo sa trabaho, may nagpipigil ba ng sahod o ng ibang ipinangako sa inyo?
ask-mp-documents = Para manatili kayo sa trabaho, may humahawak ba ng papeles o mahahalagang gamit ninyo?
ask-mp-status = Para manatili kayo sa trabaho, may nagsasabi ba na tatanggalin kayo, pauuwiin, o hindi bibigyan ng mga kailangan ninyo?

## visit-observation: What an inspector looks at without asking anybody

ask-o-locked = Nakakandado ba ang mga kuwartong pinagtatrabahuhan o tinutulugan, kaya hindi makalabas ang mga tao?
ask-o-guards = May mga guwardiya o aso ba na pumipigil sa mga manggagawang lumabas?
ask-o-sleep = Natutulog ba ang mga tao sa mismong pinagtatrabahuhan, o masyadong marami sa isang kuwarto?
ask-o-water = May kulang ba: inuming tubig, kubeta o paliguan?
ask-o-papers = Nakatago ba ang mga pasaporte o papeles ng mga manggagawa sa opisina, drawer o kaha?
ask-o-phones = Hawak ba ng iba ang mga cellphone ng mga manggagawa?
ask-o-fines = May makikita ba sa mga listahan o paskil na multa, utang o kaltas ng mga manggagawa?
ask-o-rota = May makikita ba sa time sheet o shift plan na napakahabang araw, o mga linggong walang day off?
ask-o-silent = Kapag may bumati, tumitingin ba ang mga manggagawa sa amo o tumatahimik, o iba ang sumasagot para sa kanila?
ask-o-hidden = Pagdating ninyo, pinaaalis ba ang mga manggagawa, itinatago o pinatatahimik?
ask-o-injuries = May sugat ba, paso o pasa ang mga manggagawa na walang gumagamot?
ask-o-struck = May nakikita ba kayong pinapalo, itinutulak o kinakaladkad?
ask-o-unprotected = Nagtatrabaho ba ang mga manggagawa sa makina, kemikal o mataas na lugar nang walang proteksiyon?
ask-o-children = May nagtatrabaho ba rito na mukhang nasa edad pa ng pag-aaral?

## child-labour: Children who work

ask-ch-age = Nasa edad ba kayo na dapat nasa eskuwela ang mga bata?
ask-ch-hours = Mas mahaba ba ang trabaho ninyo sa isang araw kaysa sa oras ng eskuwela?
ask-ch-night = Nagtatrabaho ba kayo hanggang dis-oras ng gabi, magdamag o bago sumikat ang araw?
ask-ch-rest = Kailangan ba ninyong magtrabaho nang walang pahinga o walang day off?
ask-ch-school = Dahil ba sa trabaho ay hindi kayo nakakapasok sa eskuwela, o sobrang pagod na kayo para rito?
ask-ch-family = Malayo ba kayo sa pamilya ninyo dahil sa trabaho?
ask-ch-wage = May ibang kumukuha ba ng pera para sa trabaho ninyo?
ask-cz-heavy = Kailangan ba ninyong magbuhat, magdala o magtulak ng mabibigat?
ask-cz-machines = Kailangan ba ninyong magtrabaho sa makina, matalim na kutsilyo, apoy o napakainit na bagay?
ask-cz-substances = Kailangan ba ninyong magtrabaho sa alikabok, usok, spray o iba pang nakakasakit sa katawan?
ask-cz-places = Kailangan ba ninyong magtrabaho sa mataas na lugar, sa ilalim ng lupa, sa gitna ng mga sasakyan, o mag-isa sa dilim?
ask-cw-forced = Ibinigay ba kayo sa iba para magtrabaho, kapalit ng pera o utang, at hindi kayo pinaaalis?
ask-cw-sexual = May humahawak ba sa katawan ninyo, o kumukuha ng litrato nito, sa paraang masama sa pakiramdam ninyo?
ask-cw-crime = May pumipilit ba sa inyong magnakaw, o magdala o magbenta ng mga bagay nang palihim?
ask-cw-weapons = May pumipilit ba sa inyong magdala ng armas o tumulong sa mga nakikipaglaban?

## begging: Organised begging

ask-bg-made = May pumipilit ba sa inyong humingi ng pera sa mga tao sa kalye, o magtinda ng maliliit na bagay para rito?
ask-bg-sum = Kailangan ba ninyong magdala ng takdang halaga ng pera?
ask-bg-money = May ibang kumukuha ba ng perang ibinibigay ng mga tao sa inyo?
ask-bg-long = Kailangan ba ninyong humingi ng pera nang maraming oras, kahit mainit, malamig o gabi?
ask-bc-beaten = Kapag kaunti ang dala ninyo, may pumapalo ba sa inyo o hindi kayo pinakakain?
ask-bc-taken = May naghahatid ba sa inyo sa lugar kung saan kayo humihingi ng pera, at sumusundo rin?
ask-bc-watched = May nagbabantay ba sa inyo habang humihingi kayo ng pera?
ask-bc-child = May ginagamit bang bata, o ipinahihiram sa iba, para mas malaki ang ibigay ng mga tao?
ask-bc-disabled = May ginagamit bang taong may sakit o may kapansanan, para mas malaki ang ibigay ng mga tao?

## organ-removal: Removal of organs

ask-oa-asked = Hiningan ba kayo ng bahagi ng katawan ninyo, gaya ng bato (kidney)?
ask-oa-pressed = May pumipilit o nananakot ba sa inyo para ibigay ang bahagi ng katawan ninyo?
ask-oa-money = May nangako ba sa inyo ng pera o iba pa kapalit ng bahagi ng katawan ninyo?
ask-oa-debt = May nagsabi ba na mababayaran ang isang utang sa bahagi ng katawan ninyo?
ask-oa-go-between = May nag-ayos ba para sa inyo ng biyahe, papeles o ospital, para ibigay ninyo ang bahagi ng katawan ninyo?
ask-om-tests = Bukod sa karaniwang checkup para sa trabaho, sinuri ba ang dugo o katawan ninyo, at walang nagsabi kung bakit?
ask-om-operated = Naoperahan na ba kayo kung saan kinuha, o posibleng kinuha, ang bahagi ng katawan ninyo?
