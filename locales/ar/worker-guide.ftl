# The public pages: rights, offices, search.
guide-title = اعرف حقوقك في العمل
guide-lead = بكلمات بسيطة ومجانًا. ما لم يراجعه محامٍ بعد لا نعرضه على أنه قانون: تجد مكانه «اسألنا».
guide-search = عمَّ تبحث؟
guide-search-go = بحث
guide-found = وجدنا
guide-found-nothing = لم نجد شيئًا بهذه الكلمات. جرّب كلمة أخرى، أو اسألنا.
guide-topics = كل الصفحات
guide-ask = اسألنا عن هذا. السؤال مجاني.
guide-ask-write = الكتابة إلينا
guide-tell-us = أخبرنا بما حدث
guide-cited = القانون رقم { $law } لسنة { $year }، المادة { $article }
guide-hours = { $hours ->
    [zero] { $hours } ساعة
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $hours } ساعات
    [many] { $hours } ساعة
   *[other] { $hours } ساعة
}
guide-weeks = { $weeks ->
    [zero] { $weeks } أسبوع
    [one] أسبوع واحد
    [two] أسبوعان
    [few] { $weeks } أسابيع
    [many] { $weeks } أسبوعًا
   *[other] { $weeks } أسبوع
}
guide-months = { $months ->
    [zero] { $months } شهر
    [one] شهر واحد
    [two] شهران
    [few] { $months } أشهر
    [many] { $months } شهرًا
   *[other] { $months } شهر
}
guide-years = { $years ->
    [zero] { $years } سنة
    [one] سنة واحدة
    [two] سنتان
    [few] { $years } سنوات
    [many] { $years } سنة
   *[other] { $years } سنة
}
guide-working-days = { $days ->
    [zero] { $days } يوم عمل
    [one] يوم عمل واحد
    [two] يوما عمل
    [few] { $days } أيام عمل
    [many] { $days } يوم عمل
   *[other] { $days } يوم عمل
}
guide-offices-title = المكاتب وساعات الدوام
guide-offices-lead = يمكنك الحضور دون أوراق ودون ذكر الاسم.
guide-offices-where = أين المكاتب
guide-hours-title = ساعات الدوام
guide-hours-now = هذه الأيام
guide-hours-shut = مغلق يوم
guide-lines-title = الهاتف
guide-line-always = ليلًا ونهارًا
guide-office-everywhere = البلد كله
guide-office-serves = يخدم
guide-office-address = العنوان
guide-office-way = كيف تصل
guide-office-phone = رقم الهاتف
guide-office-languages = لغات يتكلمون بها
guide-office-no-address = ليس عندنا العنوان هنا بعد. اسألنا قبل أن تذهب.
guide-committee = اللجنة: أرقام وتقارير
guide-percent = { $number } %
guide-hours-days = { $from } – { $to }
guide-hours-from-to = { $from } – { $to }
