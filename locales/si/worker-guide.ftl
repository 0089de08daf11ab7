# The public pages: rights, offices, search.
guide-title = වැඩ කරන තැන ඔබේ අයිතිවාසිකම් දැනගන්න
guide-lead = සරල වචනවලින්, නොමිලේ. තවම ලෝයර් කෙනෙක් බලපු නැති දේවල් නීතිය කියලා පෙන්වන්නේ නැහැ: එතන තියෙන්නේ “අපෙන් අහන්න” කියලා.
guide-search = මොනවද හොයන්නේ?
guide-search-go = හොයන්න
guide-found = හම්බුණ දේවල්
guide-found-nothing = මේ වචනවලින් මුකුත් හම්බුණේ නැහැ. වෙන වචනයක් ලියන්න, නැත්නම් අපෙන් අහන්න.
guide-topics = ඔක්කොම පිටු
guide-ask = මේ ගැන අපෙන් අහන්න. සල්ලි ගන්නේ නැහැ.
guide-ask-write = අපිට ලියන්න
guide-tell-us = මොකද වුණේ කියලා අපිට කියන්න
guide-cited = { $year } අවුරුද්දේ අංක { $law } නීතිය, { $article } වගන්තිය
guide-hours = { $hours ->
    [one] පැය { $hours }
   *[other] පැය { $hours }
}
guide-weeks = { $weeks ->
    [one] සති { $weeks }
   *[other] සති { $weeks }
}
guide-months = { $months ->
    [one] මාස { $months }
   *[other] මාස { $months }
}
guide-years = { $years ->
    [one] අවුරුදු { $years }
   *[other] අවුරුදු { $years }
}
guide-working-days = { $days ->
    [one] වැඩ කරන දවස් { $days }
   *[other] වැඩ කරන දවස් { $days }
}
guide-offices-title = කාර්යාල සහ අරින වෙලාවල්
guide-offices-lead = ලියකියවිලි නැතුව, නම නොකියාත් එන්න පුළුවන්.
guide-offices-where = කාර්යාල තියෙන තැන්
guide-hours-title = අරින වෙලාවල්
guide-hours-now = මේ දවස්වල
guide-hours-shut = වහලා තියෙන දවස්
guide-lines-title = ටෙලිෆෝන්
guide-line-always = දවල් රෑ දෙකේම
guide-office-everywhere = මුළු රටම
guide-office-serves = මේ පළාත්වලට
guide-office-address = ලිපිනය
guide-office-way = යන විදිහ
guide-office-phone = අංකය
guide-office-languages = කතා කරන භාෂා
guide-office-no-address = ලිපිනය තවම මෙතන නැහැ. යන්න කලින් අපෙන් අහන්න.
guide-committee = කමිටුව: සංඛ්‍යා සහ වාර්තා
guide-percent = { $number } %
guide-hours-days = { $from } – { $to }
guide-hours-from-to = { $from } – { $to }
