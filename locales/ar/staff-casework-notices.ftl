# ما يخبر به سلّم المواعيد الموظفين، وما تأخر.
casework-notices = التنبيهات
casework-notices-lead = ما يقترب موعده، وما انقضى وقته، وما أُسند إليك. لا شيء شخصيًا هنا.
casework-notices-empty = لا شيء لتنبيهك إليه.
casework-notices-unseen = { $count ->
    [zero] لا تنبيهات جديدة
    [one] تنبيه جديد واحد
    [two] تنبيهان جديدان
    [few] { $count } تنبيهات جديدة
    [many] { $count } تنبيهًا جديدًا
   *[other] { $count } تنبيه جديد
}
casework-notices-all-seen = وضع علامة «اطُّلع عليه» على الكل
casework-notices-new = جديد
casework-notices-due = الموعد
casework-notices-open = فتح
casework-notice-given = أُسند إليك
casework-notice-half = مضى نصف الوقت
casework-notice-three-quarters = مضت ثلاثة أرباع الوقت
casework-notice-nine-tenths = كاد الوقت ينقضي
casework-notice-warning = اليوم يقترب
casework-notice-breach = انقضى الوقت
casework-notice-late = انقضى الوقت وما زال مفتوحًا
casework-notices-mail = نبّهني بالبريد الإلكتروني
casework-notices-mail-lead = لا تقول الرسالة إلا أن هناك عملًا، ولا تذكر ما هو. تُرسل رسالة واحدة على الأكثر كل بضع ساعات نهارًا، وفورًا للموعد الموعود به وللخطر.
casework-notices-mail-on = تُرسل الرسائل إلى العنوان الذي أعطيته
casework-notices-mail-off = لا رسائل
casework-notices-mail-address = عنوان البريد الإلكتروني
casework-notices-mail-hint = بريدك في العمل. اتركه فارغًا كي لا تصلك رسائل.
casework-notices-error-mail = اكتب عنوانًا واحدًا مثل name@office.example
casework-view-late = متأخر بلا سبب
casework-was-late = تأخر
casework-late = ما تأخر
casework-late-lead = كل موعد انقضى يبقى هنا. اذكر السبب: السبب الأول هو الثابت.
casework-late-views = بسبب وبلا سبب
casework-late-without = بلا سبب
casework-late-with = بسبب
casework-late-empty = لا شيء هنا.
casework-late-clock = الموعد
casework-late-due = كان موعده
casework-late-met = أُنجز { $time }
casework-late-open = ما زال مفتوحًا
casework-late-why = السبب
casework-late-say = ذكر السبب
casework-late-stands = ما تحفظه هنا يثبت باسمك.
casework-late-words = بكلماتك
casework-late-words-hint = بعض الأسباب يحتاج إليها. تُحفظ مختومة؛ لا تكتب اسمًا لا حاجة إليه.
casework-late-error-words = اكتبه بكلماتك: ثمانية أحرف على الأقل و60,000 على الأكثر
casework-late-here = تأخر هنا
event-deadline-explained = ذُكر سبب التأخر
casework-notices-why = السبب
casework-notices-told = أُبلغ
