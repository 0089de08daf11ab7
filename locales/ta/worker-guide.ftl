# The public pages: rights, offices, search.
guide-title = வேலையில் உங்கள் உரிமைகளை அறியுங்கள்
guide-lead = எளிய சொற்களில், இலவசமாக. வழக்கறிஞர் இன்னும் பார்க்காததைச் சட்டம் என்று காட்டுவதில்லை: அங்கே “எங்களிடம் கேளுங்கள்” என்று இருக்கும்.
guide-search = என்ன தேடுகிறீர்கள்?
guide-search-go = தேடு
guide-found = கிடைத்தவை
guide-found-nothing = இந்தச் சொற்களில் எதுவும் கிடைக்கவில்லை. வேறு சொல் எழுதுங்கள், அல்லது எங்களிடம் கேளுங்கள்.
guide-topics = எல்லாப் பக்கங்களும்
guide-ask = இதைப் பற்றி எங்களிடம் கேளுங்கள். பணம் வேண்டாம்.
guide-ask-write = எங்களுக்கு எழுதுங்கள்
guide-tell-us = என்ன நடந்தது என்று சொல்லுங்கள்
guide-cited = { $year } ஆம் ஆண்டின் { $law } ஆம் சட்டம், பிரிவு { $article }
guide-hours = { $hours ->
    [one] { $hours } மணி நேரம்
   *[other] { $hours } மணி நேரம்
}
guide-weeks = { $weeks ->
    [one] { $weeks } வாரம்
   *[other] { $weeks } வாரங்கள்
}
guide-months = { $months ->
    [one] { $months } மாதம்
   *[other] { $months } மாதங்கள்
}
guide-years = { $years ->
    [one] { $years } வருடம்
   *[other] { $years } வருடங்கள்
}
guide-working-days = { $days ->
    [one] { $days } வேலை நாள்
   *[other] { $days } வேலை நாட்கள்
}
guide-offices-title = அலுவலகங்களும் திறக்கும் நேரமும்
guide-offices-lead = பேப்பர்கள் இல்லாமல், பெயர் சொல்லாமல் வரலாம்.
guide-offices-where = அலுவலகங்கள் எங்கே
guide-hours-title = திறக்கும் நேரம்
guide-hours-now = இந்த நாட்களில்
guide-hours-shut = மூடும் நாள்
guide-lines-title = போன்
guide-line-always = இரவும் பகலும்
guide-office-everywhere = நாடு முழுவதும்
guide-office-serves = இந்த இடங்களுக்கு
guide-office-address = முகவரி
guide-office-way = எப்படிப் போவது
guide-office-phone = எண்
guide-office-languages = பேசும் மொழிகள்
guide-office-no-address = முகவரி இன்னும் இங்கே இல்லை. போகும் முன் எங்களிடம் கேளுங்கள்.
guide-committee = குழு: எண்ணிக்கைகளும் அறிக்கைகளும்
guide-percent = { $number } %
guide-hours-days = { $from } – { $to }
guide-hours-from-to = { $from } – { $to }
