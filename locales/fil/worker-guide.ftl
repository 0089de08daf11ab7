# The public pages: rights, offices, search.
guide-title = Alamin ang inyong mga karapatan sa trabaho
guide-lead = Sa simpleng salita, libre. Ang hindi pa natitingnan ng abogado ay hindi ipinapakita bilang batas: “magtanong sa amin” ang nakasulat doon.
guide-search = Ano po ang hinahanap ninyo?
guide-search-go = Hanapin
guide-found = Nahanap namin
guide-found-nothing = Wala kaming nahanap sa mga salitang ito. Subukan ang ibang salita, o magtanong sa amin.
guide-topics = Lahat ng pahina
guide-ask = Magtanong sa amin tungkol dito. Libre ito.
guide-ask-write = Sumulat sa amin
guide-tell-us = Sabihin sa amin ang nangyari
guide-cited = Batas { $law } ng { $year }, artikulo { $article }
guide-hours = { $hours ->
    [one] { $hours } oras
   *[other] { $hours } oras
}
guide-weeks = { $weeks ->
    [one] { $weeks } linggo
   *[other] { $weeks } linggo
}
guide-months = { $months ->
    [one] { $months } buwan
   *[other] { $months } buwan
}
guide-years = { $years ->
    [one] { $years } taon
   *[other] { $years } taon
}
guide-working-days = { $days ->
    [one] { $days } araw ng trabaho
   *[other] { $days } araw ng trabaho
}
guide-offices-title = Mga opisina at oras ng pagbubukas
guide-offices-lead = Puwedeng pumunta nang walang papeles at hindi sinasabi ang pangalan.
guide-offices-where = Kung nasaan ang mga opisina
guide-hours-title = Oras ng pagbubukas
guide-hours-now = sa mga araw na ito
guide-hours-shut = Sarado kapag
guide-lines-title = Telepono
guide-line-always = Araw at gabi
guide-office-everywhere = Buong bansa
guide-office-serves = Para sa
guide-office-address = Adres
guide-office-way = Paano pumunta
guide-office-phone = Numero
guide-office-languages = Mga wikang sinasalita
guide-office-no-address = Wala pa rito ang adres. Magtanong muna sa amin bago pumunta.
guide-committee = Ang komite: mga bilang at ulat
guide-percent = { $number } %
guide-hours-days = { $from } – { $to }
guide-hours-from-to = { $from } – { $to }
