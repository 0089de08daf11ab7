# The public pages: rights, offices, search.
guide-title = Jua haki zako kazini
guide-lead = Kwa maneno rahisi, bure. Ambacho wakili hajakipitia bado hakionyeshwi kama sheria: hapo pameandikwa “tuulize”.
guide-search = Unatafuta nini?
guide-search-go = Tafuta
guide-found = Tumepata
guide-found-nothing = Hatukupata kitu kwa maneno haya. Jaribu neno jingine, au tuulize.
guide-topics = Kurasa zote
guide-ask = Tuulize kuhusu hili. Ni bure.
guide-ask-write = Tuandikie
guide-tell-us = Tuambie kilichotokea
guide-cited = Sheria namba { $law } ya mwaka { $year }, kifungu { $article }
guide-hours = { $hours ->
    [one] saa { $hours }
   *[other] saa { $hours }
}
guide-weeks = { $weeks ->
    [one] wiki { $weeks }
   *[other] wiki { $weeks }
}
guide-months = { $months ->
    [one] mwezi { $months }
   *[other] miezi { $months }
}
guide-years = { $years ->
    [one] mwaka { $years }
   *[other] miaka { $years }
}
guide-working-days = { $days ->
    [one] siku { $days } ya kazi
   *[other] siku { $days } za kazi
}
guide-offices-title = Ofisi na saa za kufungua
guide-offices-lead = Unaweza kuja bila hati na bila kutaja jina.
guide-offices-where = Ofisi ziko wapi
guide-hours-title = Saa za kufungua
guide-hours-now = siku hizi
guide-hours-shut = Imefungwa
guide-lines-title = Simu
guide-line-always = Mchana na usiku
guide-office-everywhere = Nchi nzima
guide-office-serves = Kwa ajili ya
guide-office-address = Anwani
guide-office-way = Jinsi ya kufika
guide-office-phone = Namba
guide-office-languages = Lugha zinazosemwa
guide-office-no-address = Anwani bado haipo hapa. Tuulize kabla ya kwenda.
guide-committee = Kamati: takwimu na ripoti
guide-percent = { $number } %
guide-hours-days = { $from } – { $to }
guide-hours-from-to = { $from } – { $to }
