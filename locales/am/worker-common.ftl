# የሠራተኛ ገጾች ሁሉ የሚጠቀሙባቸው ቃላት። የሠራተኞቻችን ገጾችም ሊጠቀሙባቸው ይችላሉ።

common-product = ሐቂ
common-product-meaning = «መብቴ»
common-quick-exit = አሁኑኑ ይውጡ
common-quick-exit-hint = ይህ ገጽ ተዘግቶ ሌላ ተራ ገጽ ይከፈታል።
common-danger-call = አደጋ ላይ ነዎት? ይደውሉ፦ { $number }
common-call-us = ሰው ያነጋግሩ፦ { $number }
common-back = ወደ ኋላ
common-next = ቀጣይ
common-continue = ይቀጥሉ
common-send = ይላኩ
common-save = ያስቀምጡ
common-cancel = ይቅር
common-change = ይቀይሩ
common-close = ይዝጉ
common-yes = አዎ
common-no = አይ
common-unknown = አላውቅም
common-optional = ባዶ መተው ይችላሉ
common-listen = ያዳምጡ
common-print = ያትሙ
common-home = የመጀመሪያ ገጽ
common-skip-link = በቀጥታ ወደ ዋናው ክፍል ይሂዱ
common-language-label = ቋንቋዎን ይምረጡ
common-footer-free = ይህ አገልግሎት በነጻ ነው። ለዚህ ማንም ገንዘብ ሊጠይቅዎት አይገባም።
common-footer-private = እርስዎ ማን እንደሆኑ ይህ ገጽ ለአሠሪዎ አይናገርም።
common-demo-mark = ይህ ለማሳያ ብቻ ነው፦ እዚህ ያለው ሁሉ እውነተኛ አይደለም፣ የሚልኩትንም ማንም አያነበውም።

common-error-title = ችግር አለ
common-error-prefix = ስህተት፦
common-error-summary-intro = እነዚህን መልሶች እንደገና ይመልከቱ፦
common-error-required = ይህን ጥያቄ ይመልሱ።
common-error-choose = ከመልሶቹ አንዱን ይምረጡ።
common-error-too-long = { $max ->
    [one] ይህ በጣም ረጅም ነው። ቢበዛ { $max } ፊደል ይጻፉ።
   *[other] ይህ በጣም ረጅም ነው። ቢበዛ { $max } ፊደላት ይጻፉ።
}
common-error-invalid = ይህን መልስ ማንበብ አልቻልንም። በሌላ መንገድ ይጻፉት።

common-problem-not-found-title = ይህ ገጽ እዚህ የለም
common-problem-not-found = አድራሻውን ይመልከቱ፣ ወይም ከመጀመሪያው ገጽ እንደገና ይጀምሩ።
common-problem-too-large-title = ይህ በአንድ ጊዜ በጣም ብዙ ነው
common-problem-too-large = የጻፉት ወይም ፋይሉ በጣም ትልቅ ነው። ወደ ኋላ ይመለሱ፣ ያሳጥሩት፣ እንደገና ይላኩ። የጻፉት አሁንም እዚያው አለ።
common-problem-forbidden-title = ይህን ገጽ መክፈት አይችሉም
common-problem-forbidden = ይህ ገጽ የሌላ ሰው ነው። ከመጀመሪያው ገጽ እንደገና ይጀምሩ።
common-problem-expired-title = ይህ ቅጽ ብዙ ጊዜ ቆይቷል
common-problem-expired = ለደኅንነትዎ ሲባል ቅጹ የሚሠራው ለጥቂት ጊዜ ብቻ ነው። መልሶችዎ አሁንም እዚህ አሉ። እንደገና ይላኩ።
common-problem-try-again-title = በእኛ በኩል ችግር ተፈጥሯል
common-problem-try-again = ጥፋቱ የእርስዎ አይደለም። አንድ ደቂቃ ጠብቀው እንደገና ይሞክሩ። አስቸኳይ ከሆነ ይደውሉልን።
common-problem-method-title = ይህ ገጽ እንዲህ አይከፈትም
common-problem-method = ወደ ኋላ ይመለሱና በገጹ ላይ ያሉትን ቁልፎች ይጫኑ።
common-problem-too-many-title = ብዙ ጊዜ ተሞክሯል
common-problem-too-many = ጥቂት ደቂቃ ጠብቀው እንደገና ይሞክሩ። አደጋ ላይ ከሆኑ አሁኑኑ ይደውሉ።
common-problem-bad-request-title = የተላከውን ማንበብ አልቻልንም
common-problem-bad-request = ወደ ኋላ ይመለሱ፣ መልሶችዎን ይመልከቱ፣ እንደገና ይላኩ።

common-money = { $amount } { $currency }
common-duration-moment = ከአንድ ደቂቃ በታች
common-duration-minutes = { $minutes } ደቂቃ
common-duration-hours = { $hours } ሰዓት
common-duration-hours-minutes = { $hours } ሰዓት ከ{ $minutes } ደቂቃ
common-duration-days = { $days ->
    [one] { $days } ቀን
   *[other] { $days } ቀናት
}
common-duration-days-hours = { $days ->
    [one] { $days } ቀን ከ{ $hours } ሰዓት
   *[other] { $days } ቀናት ከ{ $hours } ሰዓት
}
common-duration-left = { $duration } ቀርቷል
common-duration-late = { $duration } ዘግይቷል
