# The public pages: rights, offices, search.
guide-title = Know your rights at work
guide-lead = In plain words, free of charge. What no lawyer has checked yet is not shown as law: there it says “ask us”.
guide-search = What are you looking for?
guide-search-go = Search
guide-found = We found
guide-found-nothing = We found nothing with these words. Try another word, or ask us.
guide-topics = All pages
guide-ask = Ask us about this. It is free of charge.
guide-ask-write = Write to us
guide-tell-us = Tell us what happened
guide-cited = Law { $law } of { $year }, article { $article }
guide-hours = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}
guide-weeks = { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
}
guide-months = { $months ->
    [one] { $months } month
   *[other] { $months } months
}
guide-years = { $years ->
    [one] { $years } year
   *[other] { $years } years
}
guide-working-days = { $days ->
    [one] { $days } working day
   *[other] { $days } working days
}
guide-offices-title = Offices and opening hours
guide-offices-lead = You may come without papers and without giving a name.
guide-offices-where = Where the offices are
guide-hours-title = Opening hours
guide-hours-now = these days
guide-hours-shut = Closed on
guide-lines-title = Telephone
guide-line-always = Day and night
guide-office-everywhere = The whole country
guide-office-serves = For
guide-office-address = Address
guide-office-way = How to get there
guide-office-phone = Number
guide-office-languages = Languages spoken
guide-office-no-address = We do not have the address here yet. Ask us before you go.
guide-committee = The committee: figures and reports
guide-percent = { $number } %
guide-hours-days = { $from } – { $to }
guide-hours-from-to = { $from } – { $to }
