# መንገዱ፦ ረቂቅና ማረጋገጥ፣ አደጋ፣ ገንዘብ፣ ምስጢር፣ ደኅና ግንኙነት፣ በራስ ቋንቋ ስልክ።

web-drafted = በዚህ ቋንቋ ያሉት ቃላት ገና ረቂቅ ናቸው። ቋንቋው የአፍ መፍቻው የሆነ ሰው ገና አላረጋገጣቸውም።
web-drafted-report = የተሳሳተ ወይም ለመረዳት የሚከብድ ነገር ካለ ይንገሩን
complaints-wording-title = የተሳሳተ ወይም ለመረዳት የሚከብድ ነገር አለ
complaints-wording-lead = ቋንቋዎን የሚናገሩ ሌሎችን ይርዱ። እባክዎ ስለ ራስዎ እዚህ ምንም አይጻፉ፦ ለዚህ ማንም አይመልስም።
complaints-wording-shown = በገጹ ላይ እንዳለው ቃሉ
complaints-wording-better = እርስዎ እንዴት ይሉታል?
complaints-wording-done = እናመሰግናለን። ሰው ያየዋል።

complaints-call-title = ቋንቋዎን የሚችል ሰው ያነጋግሩ
complaints-call-why = ይህ ግልጽ ካልሆነ፣ ቋንቋዎን የሚችል ሰው ደውሎ ሊያስረዳዎት ይችላል።
complaints-call-lead = ስም መናገር አያስፈልግም። ይህ ቅሬታ አይደለም።
complaints-call-number = ስልክ ቁጥር
complaints-call-send = እንዲደወልልዎ ይጠይቁ
complaints-call-done-title = ይደወልልዎታል
complaints-call-done = ከ{ $time } በፊት፣ ለእርስዎ ደኅና በሆነ ሰዓት ይደወልልዎታል።
complaints-call-error-alone = የምንደውለው የእርስዎ ብቻ ወደሆነ ስልክ ነው። ካልሆነ ሌላ ስልክ ይጠቀሙ፣ ወይም ቆይተው ይመለሱ።

complaints-door-danger-hint = ለማን እንደሚደውሉ፣ በአንድ መጫን እንዴት እንደሚነግሩን
complaints-danger-title = አሁን አደጋ ላይ ነዎት?
complaints-danger-first = ከቻሉ አሁኑኑ ይደውሉ፦
complaints-danger-cannot = መደወል አይችሉም?
complaints-danger-promise = ቀዩን ቁልፍ ይጫኑ። ምንም መጻፍ አያስፈልግም። ከ{ $time } በፊት ሰው ያነበዋል።
complaints-danger-where = የት ነዎት?
complaints-danger-number = ስልክ ቁጥርዎ፣ ስልኩ የእርስዎ ብቻ ከሆነ ብቻ
complaints-danger-send = አደጋ ላይ ነኝ፦ አሁኑኑ ለቢሮው ይንገሩ

complaints-learns-title = የሚነግሩንን ማን ያውቃል?
complaints-learns = በዚህ ላይ የሚሠሩት ብቻ። አንድ ነገር ይለያል፦ ሰው ሊሞት ወይም ክፉኛ ሊጎዳ የሚችል ከሆነ፣ ወይም ልጅ ከተጎዳ፣ ሰዎችን ለሚጠብቁ መንገር ሊኖርብን ይችላል። ደኅና ከሆነ ቀድመን ለእርስዎ እንነግራለን።
complaints-secret-can = ማን እንደሆኑ ሳንናገር ማድረግ የምንችለው
complaints-secret-can-feasible = የማንንም ስም ሳንጠራ ሙሉውን የሥራ ቦታ ማየት እንችላለን። ቢሆንም አሠሪዎ ሊገምቱ ይችላሉ።
complaints-secret-can-difficult = ስምዎን ሳንጠራ መጀመር እንችላለን። ግን ይህን የሚያውቁት ጥቂት ስለሆኑ፣ እርስዎ መሆንዎን አሠሪዎ ሊገምቱ ይችላሉ። ስምዎን መጥራት እንችል እንደሆነ በኋላ ልንጠይቅዎት እንችላለን።
complaints-secret-can-impossible = ይህ የእርስዎ ብቻ ጉዳይ ነው። ስምዎን ሳንጠራ አሠሪዎን ስለዚህ መጠየቅ አንችልም። ምን ማድረግ እንደሚችሉ ግን ልንነግርዎት እንችላለን። ስምዎን የምንጠራው እሺ ካሉ ብቻ ነው።
complaints-secret-anonymous-hint = መልስ መስጠት የምንችለው እዚህ ብቻ፣ በኮድዎ ነው።
complaints-secret-open-hint = ስምዎን ለአሠሪዎ ልንናገር እንችላለን።

complaints-claims = የትኛው ደመወዝ ይቀራል?
complaints-claims-hint = ቁጥር ብቻ ይጻፉ። የማያውቁትን ባዶ ይተዉት።
complaints-claim-month = ወር
complaints-claim-agreed = የተስማሙበት ደመወዝ
complaints-claim-paid = የተቀበሉት ደመወዝ
complaints-claim-nothing = ምንም ካልተቀበሉ 0 ይጻፉ።
complaints-claim-add = ሌላ ወር ይጨምሩ
complaints-claim-sum = በጠቅላላ የቀረ
complaints-error-amount = መጠኑን በቁጥር ይጻፉ፣ ለምሳሌ 150 ወይም 150.50።
complaints-error-month = የዚህን ደመወዝ ወር ይምረጡ።

complaints-channel-text = የጽሑፍ መልእክት ይላኩልኝ
complaints-whose = ስልኩ ወይም ኢሜይሉ የማን ነው?
complaints-whose-alone = የእኔ ብቻ
complaints-whose-seen = የእኔ፣ ግን ሌሎችም ያዩታል
complaints-whose-trusted = የማምነው ሰው
complaints-whose-employer = የአሠሪዬ፣ ወይም ሥራ ላይ ያለ ሰው
complaints-never-call = ፈጽሞ አይደውሉ
complaints-no-message = መልእክት አይተዉ፣ አይላኩም
complaints-safe-word = የመለያ ቃል
complaints-safe-word-hint = እርስዎ የመረጡት ቃል። የሚደውለው ሰው ቀድሞ ይለዋል፣ በዚህም እኛ መሆናችንን ያውቃሉ።
complaints-open-words = ኢሜይሉ ስለ ምን እንደሆነ ሊናገር ይችላል
complaints-open-words-hint = ካልሆነ የሚነበብ ነገር እንዳለ ብቻ ይናገራል።
complaints-error-never-call = እንዲደወልልዎ ጠይቀዋል፣ ፈጽሞ እንዳይደወልም ብለዋል። አንዱን ይምረጡ።
complaints-error-mail = የኢሜይል አድራሻ name@example.com ይመስላል። እንደገና ይመልከቱ።

messaging-arrived-open-subject = ቅሬታዎ ደርሷል
messaging-arrived-open-body = ስለ ሥራዎ ያቀረቡት ቅሬታ ደርሷል። ሰው ያነበዋል። መልሱን በቁጥርዎና በኮድዎ ማንበብ ይችላሉ። እባክዎ ለዚህ ኢሜይል መልስ አይላኩ።
messaging-news-open-subject = ስለ ቅሬታዎ አዲስ ነገር
messaging-news-open-body = ስለ ሥራዎ ባቀረቡት ቅሬታ ላይ አዲስ ነገር አለ። በቁጥርዎና በኮድዎ ማንበብ ይችላሉ። እባክዎ ለዚህ ኢሜይል መልስ አይላኩ።
