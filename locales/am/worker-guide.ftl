# The public pages: rights, offices, search.
guide-title = በሥራ ላይ ያለዎትን መብት ይወቁ
guide-lead = በቀላል ቃላት፣ በነጻ። የሕግ ባለሙያ ገና ያላየው ነገር ሕግ ተብሎ አይታይም፤ በዚያ ቦታ «እኛን ይጠይቁ» ይላል።
guide-search = ምን ይፈልጋሉ?
guide-search-go = ፈልግ
guide-found = ያገኘነው
guide-found-nothing = በእነዚህ ቃላት ምንም አላገኘንም። ሌላ ቃል ይሞክሩ፣ ወይም እኛን ይጠይቁ።
guide-topics = ሁሉም ገጾች
guide-ask = ስለዚህ እኛን ይጠይቁ። ገንዘብ አይከፈልም።
guide-ask-write = ይጻፉልን
guide-tell-us = ምን እንደተፈጠረ ይንገሩን
guide-cited = የ{ $year } ሕግ ቁጥር { $law }፣ አንቀጽ { $article }
guide-hours = { $hours ->
    [one] { $hours } ሰዓት
   *[other] { $hours } ሰዓታት
}
guide-weeks = { $weeks ->
    [one] { $weeks } ሳምንት
   *[other] { $weeks } ሳምንታት
}
guide-months = { $months ->
    [one] { $months } ወር
   *[other] { $months } ወራት
}
guide-years = { $years ->
    [one] { $years } ዓመት
   *[other] { $years } ዓመታት
}
guide-working-days = { $days ->
    [one] { $days } የሥራ ቀን
   *[other] { $days } የሥራ ቀናት
}
guide-offices-title = ቢሮዎችና የሚከፈቱበት ሰዓት
guide-offices-lead = ያለ ወረቀትና ስም ሳይናገሩ መምጣት ይችላሉ።
guide-offices-where = ቢሮዎቹ የት ናቸው
guide-hours-title = የሚከፈቱበት ሰዓት
guide-hours-now = በእነዚህ ቀናት
guide-hours-shut = ዝግ የሆኑበት ቀን
guide-lines-title = ስልክ
guide-line-always = ቀንና ማታ
guide-office-everywhere = አገሩ በሙሉ
guide-office-serves = ለእነዚህ ቦታዎች
guide-office-address = አድራሻ
guide-office-way = እንዴት እንደሚደርሱ
guide-office-phone = ቁጥር
guide-office-languages = የሚነገሩ ቋንቋዎች
guide-office-no-address = አድራሻው ገና እዚህ የለም። ከመሄድዎ በፊት ይጠይቁን።
guide-committee = ኮሚቴው፦ ቁጥሮችና ሪፖርቶች
guide-percent = { $number } %
guide-hours-days = { $from } – { $to }
guide-hours-from-to = { $from } – { $to }
