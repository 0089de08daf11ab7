### Questions of interviews and visits. Yes means that the indicator is there. Each can be skipped.

## ilo-ec-2009-labour: Before she came and on the way, then here and now

ask-d1-job = Kabla ya kuja, je, uliambiwa kazi, mahali au mwajiri tofauti na ulivyokuta hapa?
ask-d1-wages = Kabla ya kuja, je, uliahidiwa mshahara mkubwa kuliko unaopata hapa?
ask-d1-conditions = Kabla ya kuja, je, uliambiwa kazi ni nyepesi zaidi, salama zaidi, au ina mapumziko zaidi kuliko ilivyo?
ask-d1-contract = Kabla ya kuja, je, uliambiwa jambo lisilo la kweli kuhusu mkataba?
ask-d1-housing = Kabla ya kuja, je, uliahidiwa mahali pazuri zaidi pa kulala kuliko hapa?
ask-d1-legal-docs = Kabla ya kuja, je, uliambiwa jambo lisilo la kweli kuhusu hati au vibali ambavyo ungepata?
ask-d1-travel = Kabla ya kuja, je, uliambiwa jambo lisilo la kweli kuhusu safari au gharama yake?
ask-d1-family-reunion = Kabla ya kuja, je, uliahidiwa kuwa pamoja na familia yako, na haikutokea?
ask-d1-marriage-adoption = Kabla ya kuja, je, uliahidiwa ndoa au kuchukuliwa kama mtoto wa familia, na haikutokea?
ask-d1-education = Kabla ya kuja, je, uliahidiwa shule au mafunzo, na haikutokea?
ask-d2-violence = Kabla ya kuja au njiani, je, mtu alikupiga, alikuumiza, au alikugusa bila wewe kutaka?
ask-d2-threats = Kabla ya kuja au njiani, je, mtu alisema atakudhuru usipokubali?
ask-d2-abduction = Ili uletwe hapa, je, mtu alikuchukua kwa nguvu, alikuuza, alikuozesha kwa nguvu, au alikupeleka kwa familia nyingine?
ask-d2-debt = Kabla ya kuja au njiani, je, ulilazimika kuchukua deni unalopaswa kulipa kwa kufanya kazi?
ask-d2-docs = Kabla ya kuja au njiani, je, mtu alichukua pasipoti au hati zako na hakuzirudisha?
ask-d2-isolation = Kabla ya kuja au njiani, je, ulifungiwa ndani, ulichungwa wakati wote, au ulizuiwa kuongea na wengine?
ask-d2-denounce = Kabla ya kuja au njiani, je, mtu alisema atakuripoti kwa polisi au ofisi ya serikali?
ask-d2-inform-family = Kabla ya kuja au njiani, je, mtu alisema ataiambia familia yako au wengine mambo mabaya au ya siri kukuhusu?
ask-d2-family-violence = Kabla ya kuja au njiani, je, mtu aliidhuru familia yako, au alisema ataidhuru?
ask-d2-money = Kabla ya kuja au njiani, je, mtu alishikilia pesa zako?
ask-d3-difficult-family = Je, familia yako ilikuwa na matatizo, na mtu akatumia hilo ili uje?
ask-d3-illegal-status = Je, mtu alitumia tatizo la hati zako ili uje?
ask-d3-low-education = Je, ilikuwa vigumu kwako kusoma au kuongea lugha hiyo, na mtu akatumia hilo ili uje?
ask-d3-lack-info = Je, ulijua kidogo tu kuhusu mahali au kazi, na mtu akatumia hilo ili uje?
ask-d3-exploiter-control = Kabla ya kuja au njiani, je, mtu alikuamulia kila kitu bila wewe kuweza kuchagua?
ask-d3-economic = Je, wewe au familia yako mlihitaji pesa sana, na mtu akatumia hilo ili uje?
ask-d3-false-success = Kabla ya kuja, je, mtu alikusimulia hadithi zisizo za kweli kuhusu watu waliofanikiwa nje ya nchi?
ask-d3-false-law = Kabla ya kuja, je, mtu alikuambia mambo yasiyo ya kweli kuhusu sheria, polisi au ofisi za serikali?
ask-d3-family = Je, wengine katika familia walikutegemea, na mtu akatumia hilo ili uje?
ask-d3-personal = Je, ulikuwa na ugonjwa, umri mdogo sana, mimba au upweke, na mtu akatumia hilo ili uje?
ask-d3-dependency = Je, mtu uliyempenda au uliyemhitaji sana alitumia hilo ili uje?
ask-d3-authorities = Je, uliogopa polisi au ofisi ya serikali, na mtu akatumia hilo ili uje?
ask-d3-past = Je, jambo baya lilikupata zamani maishani, na mtu akatumia hilo ili uje?
ask-d3-travel-org = Je, ilikuwa vigumu kwako kupanga safari mwenyewe, na mtu akatumia hilo vibaya?
ask-d3-beliefs = Je, mtu alitumia imani yako, kiapo, laana au mila ili uje?
ask-d3-context = Je, kulikuwa na vita, njaa au janga mahali ulipokuwa, na mtu akatumia hilo ili uje?
ask-d4-hours = Je, unafanya kazi saa au siku nyingi mno hata unakosa mapumziko au usingizi wa kutosha?
ask-d4-pay = Je, unalipwa pesa kidogo sana kwa kazi yako, au hulipwi kabisa?
ask-d4-wage-manip = Je, pesa zinakatwa kwenye mshahara wako, au mshahara unahesabiwa vibaya, bila wewe kukubali?
ask-d4-living = Je, mahali unapoishi ni pachafu, pamejaa watu mno, au hapana maji au chakula cha kutosha?
ask-d4-working = Je, ni lazima ufanye kazi bila vitu ambavyo watu wanahitaji, kama mapumziko, maji ya kunywa au choo?
ask-d4-hazardous = Je, kazi inaweza kukuumiza au kukupa ugonjwa, na hakuna anayekukinga?
ask-d4-law-breach = Je, mwajiri anavunja mliyokubaliana kuhusu kazi?
ask-d4-no-social = Ukiugua au ukiumia, je, unaachwa bila mshahara au bila daktari?
ask-d4-no-education = Je, unazuiwa kwenda shule au kujifunza jambo?
ask-d5-docs = Je, mtu mwingine ameshika pasipoti au hati zako na anakataa kuzirudisha?
ask-d5-debt = Je, ni lazima ufanye kazi mpaka deni liishe ndipo uruhusiwe kuondoka?
ask-d5-isolation = Je, umefungiwa ndani, unachungwa wakati wote, au unakatazwa kutoka au kuongea na wengine?
ask-d5-violence = Je, hapa kuna mtu anayekupiga, anayekuumiza, au anayekugusa bila wewe kutaka?
ask-d5-threats = Je, hapa kuna mtu anayesema atakudhuru usipofanya anachosema?
ask-d5-illicit = Je, hapa kuna mtu anayekulazimisha kufanya mambo yaliyokatazwa, kama kuiba au kubeba dawa za kulevya?
ask-d5-forced-tasks = Je, unalazimishwa kufanya mambo au kuhudumia watu hata kama hutaki?
ask-d5-influence = Je, hapa kuna mtu mwenye nguvu nyingi juu yako hata unaogopa kuamua mwenyewe?
ask-d5-act-peers = Je, hapa kuna mtu anayekulazimisha kuchunga, kuadhibu au kuumiza wafanyakazi wengine?
ask-d5-lie = Je, hapa kuna mtu anayekulazimisha kusema yasiyo ya kweli kwa familia yako, polisi au ofisi ya serikali?
ask-d5-denounce = Je, hapa kuna mtu anayesema atakuripoti kwa polisi au ofisi ya serikali?
ask-d5-worse = Je, hapa kuna mtu anayesema hali yako itakuwa mbaya zaidi usipotii?
ask-d5-family-violence = Je, kuna mtu anayeidhuru familia yako, au anayesema ataidhuru, kwa sababu ya kazi yako hapa?
ask-d5-wages-held = Je, mshahara wako unazuiwa ili usiweze kuondoka?
ask-d5-inform-family = Je, hapa kuna mtu anayesema ataiambia familia yako au wengine mambo mabaya au ya siri kukuhusu?
ask-d6-dependency = Je, unamhitaji mtu mmoja hapa kwa kila kitu, na mtu huyo anatumia hilo ili uendelee na kazi?
ask-d6-unknown-area = Je, ni vigumu kwako kujua njia au kuomba msaada mahali hapa, na kuna mtu anayetumia hilo ili uendelee na kazi?
ask-d6-economic = Je, wewe au familia yako mnahitaji pesa sana, na hapa kuna mtu anayetumia hilo ili uendelee na kazi?
ask-d6-family = Je, wengine katika familia wanakutegemea, na hapa kuna mtu anayetumia hilo ili uendelee na kazi?
ask-d6-authorities = Je, unaogopa polisi au ofisi ya serikali, na hapa kuna mtu anayetumia hilo ili uendelee na kazi?
ask-d6-past = Je, jambo baya lilikupata zamani maishani, na hapa kuna mtu anayetumia hilo ili uendelee na kazi?
ask-d6-personal = Je, una ugonjwa, umri mdogo sana, mimba au upweke, na hapa kuna mtu anayetumia hilo ili uendelee na kazi?

## icls-2018: Work that is not voluntary, and the menace of a penalty

ask-iv-bound = Je, ulizaliwa katika kazi hii, au ulitolewa au kuuzwa kwa ajili yake, bila kuulizwa?
ask-iv-other-job = Je, ni lazima ufanye kazi nyingine kuliko mliyokubaliana, bila uwezo wa kukataa?
ask-iv-other-employer = Je, ni lazima uwafanyie kazi watu wengine kuliko mliokubaliana, bila uwezo wa kukataa?
ask-iv-overtime = Je, ni lazima ufanye kazi muda mrefu au uwe tayari mara nyingi kuliko mlivyokubaliana, bila uwezo wa kukataa?
ask-iv-hazard = Je, ni lazima ufanye kazi ya hatari ambayo hukuikubali?
ask-iv-pay = Je, ni lazima ufanye kazi kwa pesa kidogo sana au bila pesa, bila uwezo wa kukataa?
ask-iv-living = Je, ni lazima uishi katika hali mbaya sana kwa sababu ya kazi hii, bila uwezo wa kukataa?
ask-iv-longer = Je, ni lazima ubaki kwenye kazi hii muda mrefu kuliko mlivyokubaliana?
ask-iv-quit = Je, kuna mtu anayekuzuia kuacha kazi hii unapotaka?
ask-mp-violence = Ili uendelee na kazi, je, kuna mtu aliyekuumiza wewe au watu wako wa karibu?
ask-mp-threats = Ili uendelee na kazi, je, kuna mtu anayesema atakudhuru wewe au watu wako wa karibu?
ask-mp-movement = Ili uendelee na kazi, je, unafungiwa ndani, unachungwa au unakatazwa kutoka?
ask-mp-debt = Ili uendelee na kazi, je, kuna mtu anayetumia deni, au anayeliongeza?
ask-mp-wages = Ili uendelee na kazi, je, kuna mtu anayezuia mshahara au vitu vingine ulivyoahidiwa?
ask-mp-documents = Ili uendelee na kazi, je, kuna mtu aliyeshika hati zako au vitu vyako vya thamani?
ask-mp-status = Ili uendelee na kazi, je, kuna mtu anayesema utafukuzwa kazi, utarudishwa kwenu, au utanyimwa unavyohitaji?

## visit-observation: What an inspector looks at without asking anybody

ask-o-locked = Je, vyumba vya kazi au vya kulala vimefungwa kwa kufuli hata watu hawawezi kutoka?
ask-o-guards = Je, walinzi au mbwa wanazuia wafanyakazi kutoka?
ask-o-sleep = Je, watu wanalala mahali wanapofanyia kazi, au wengi mno katika chumba kimoja?
ask-o-water = Je, maji ya kunywa, choo au mahali pa kuogea panakosekana?
ask-o-papers = Je, pasipoti au hati za wafanyakazi zimewekwa ofisini, kwenye droo au sefu?
ask-o-phones = Je, simu za wafanyakazi zimeshikwa na mtu mwingine?
ask-o-fines = Je, orodha au matangazo yanaonyesha faini, madeni au makato ya wafanyakazi?
ask-o-rota = Je, orodha za saa au za zamu zinaonyesha siku ndefu sana, au wiki bila siku ya mapumziko?
ask-o-silent = Wakisalimiwa, je, wafanyakazi wanamtazama bosi au wananyamaza, au mtu mwingine anajibu badala yao?
ask-o-hidden = Unapofika, je, wafanyakazi wanaondolewa, wanafichwa au wanaambiwa wanyamaze?
ask-o-injuries = Je, wafanyakazi wana vidonda, majeraha ya moto au michubuko isiyotibiwa?
ask-o-struck = Je, unaona mtu akipigwa, akisukumwa au akiburutwa?
ask-o-unprotected = Je, wafanyakazi wanatumia mashine, kemikali au wako juu sana bila kinga?
ask-o-children = Je, hapa kuna wanaofanya kazi wanaoonekana kuwa na umri wa kuwa shuleni?

## child-labour: Children who work

ask-ch-age = Je, una umri ambao watoto wanapaswa kwenda shule?
ask-ch-hours = Je, kwa siku unafanya kazi muda mrefu kuliko siku ya shule?
ask-ch-night = Je, unafanya kazi jioni sana, usiku au kabla jua halijachomoza?
ask-ch-rest = Je, ni lazima ufanye kazi bila mapumziko au bila siku ya mapumziko?
ask-ch-school = Je, kazi inakuzuia kwenda shule, au inakuchosha mno kwa shule?
ask-ch-family = Je, unaishi mbali na familia yako kwa sababu ya kazi?
ask-ch-wage = Je, mtu mwingine anachukua pesa za kazi yako?
ask-cz-heavy = Je, ni lazima uinue, ubebe au usukume vitu vizito?
ask-cz-machines = Je, ni lazima ufanye kazi na mashine, visu vikali, moto au vitu vya moto sana?
ask-cz-substances = Je, ni lazima ufanye kazi kwenye vumbi, moshi, dawa za kunyunyiza au vitu vingine vinavyokupa ugonjwa?
ask-cz-places = Je, ni lazima ufanye kazi juu sana, chini ya ardhi, katikati ya magari, au peke yako gizani?
ask-cw-forced = Je, ulitolewa kwa mtu ufanye kazi, kwa pesa au kwa deni, na huruhusiwi kuondoka?
ask-cw-sexual = Je, kuna mtu anayegusa mwili wako, au anayeupiga picha, kwa njia inayokufanya ujisikie vibaya?
ask-cw-crime = Je, kuna mtu anayekufanya uibe, au ubebe au uuze vitu kwa siri?
ask-cw-weapons = Je, kuna mtu anayekufanya ubebe silaha au usaidie watu wanaopigana?

## begging: Organised begging

ask-bg-made = Je, kuna mtu anayekulazimisha kuomba watu pesa barabarani, au kuuza vitu vidogo kwa ajili hiyo?
ask-bg-sum = Je, ni lazima ulete kiasi fulani cha pesa?
ask-bg-money = Je, mtu mwingine anachukua pesa ambazo watu wanakupa?
ask-bg-long = Je, ni lazima uombe pesa kwa saa nyingi, hata kwenye joto, baridi au usiku?
ask-bc-beaten = Ukileta pesa kidogo, je, mtu anakupiga au anakunyima chakula?
ask-bc-taken = Je, mtu anakupeleka mahali unapoomba pesa, kisha anakuja kukuchukua?
ask-bc-watched = Je, mtu anakuchunga unapoomba pesa?
ask-bc-child = Je, mtoto anatumiwa, au anaazimwa kwa wengine, ili watu watoe pesa zaidi?
ask-bc-disabled = Je, mtu mgonjwa au mwenye ulemavu anatumiwa ili watu watoe pesa zaidi?

## organ-removal: Removal of organs

ask-oa-asked = Je, mtu amekuomba utoe sehemu ya mwili wako, kama figo?
ask-oa-pressed = Je, mtu anakushinikiza au anakutisha ili utoe sehemu ya mwili wako?
ask-oa-money = Je, mtu amekuahidi pesa au kitu kingine kwa sehemu ya mwili wako?
ask-oa-debt = Je, mtu amesema deni linaweza kulipwa kwa sehemu ya mwili wako?
ask-oa-go-between = Je, mtu amekupangia safari, hati au hospitali ili utoe sehemu ya mwili wako?
ask-om-tests = Mbali na vipimo vya kawaida vya kazi, je, damu au mwili wako ulipimwa na hakuna aliyekuambia kwa nini?
ask-om-operated = Je, umefanyiwa upasuaji ambapo sehemu ya mwili wako ilitolewa, au huenda ilitolewa?
