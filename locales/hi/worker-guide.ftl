# The public pages: rights, offices, search.
guide-title = काम पर अपने हक़ जानिए
guide-lead = आसान शब्दों में, मुफ़्त। जो बात किसी वकील ने अभी नहीं जाँची, वह क़ानून बताकर नहीं दिखाई जाती: वहाँ लिखा है “हमसे पूछें”।
guide-search = क्या ढूँढना है?
guide-search-go = ढूँढें
guide-found = यह मिला
guide-found-nothing = इन शब्दों से कुछ नहीं मिला। दूसरा शब्द लिखें, या हमसे पूछें।
guide-topics = सारे पन्ने
guide-ask = इसके बारे में हमसे पूछें। पैसे नहीं लगते।
guide-ask-write = हमें लिखें
guide-tell-us = क्या हुआ, हमें बताएँ
guide-cited = साल { $year } का क़ानून { $law }, धारा { $article }
guide-hours = { $hours ->
    [one] { $hours } घंटा
   *[other] { $hours } घंटे
}
guide-weeks = { $weeks ->
    [one] { $weeks } हफ़्ता
   *[other] { $weeks } हफ़्ते
}
guide-months = { $months ->
    [one] { $months } महीना
   *[other] { $months } महीने
}
guide-years = { $years ->
    [one] { $years } साल
   *[other] { $years } साल
}
guide-working-days = { $days ->
    [one] { $days } काम का दिन
   *[other] { $days } काम के दिन
}
guide-offices-title = दफ़्तर और खुलने का समय
guide-offices-lead = बिना काग़ज़ और बिना नाम बताए आ सकते हैं।
guide-offices-where = दफ़्तर कहाँ हैं
guide-hours-title = खुलने का समय
guide-hours-now = इन दिनों
guide-hours-shut = बंद
guide-lines-title = फ़ोन
guide-line-always = दिन-रात
guide-office-everywhere = पूरा देश
guide-office-serves = किन जगहों के लिए
guide-office-address = पता
guide-office-way = कैसे पहुँचें
guide-office-phone = नंबर
guide-office-languages = यहाँ बोली जाने वाली भाषाएँ
guide-office-no-address = पता अभी यहाँ नहीं है। जाने से पहले हमसे पूछें।
guide-committee = कमेटी: आँकड़े और रिपोर्ट
guide-percent = { $number } %
guide-hours-days = { $from } – { $to }
guide-hours-from-to = { $from } – { $to }
