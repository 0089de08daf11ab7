# مدة حفظ ما قيل وكيف يُمحى.
retention-nav = الحفظ والمحو
retention-title = الحفظ والمحو
retention-lead = كم يُحفظ كل نوع من السجلات، وكم منها يحين أجله، وما الذي مُحي. أرقام فقط: لا يُفتح هنا أي سجل.
retention-lists = قوائم لشخصين
retention-list = القائمة
retention-holds = الحجز القانوني
retention-report = ما تم محوه
retention-due = ما يحين أجله
retention-due-caption = شكاوى انتهت مدتها، حسب المكتب
retention-due-none = لا يحين أجل شيء خلال 90 يومًا.
retention-what = النوع
retention-office = المكتب
retention-no-office = بلا مكتب
retention-due-now = انتهت الآن
retention-due-soon = خلال 90 يومًا
retention-holds-standing = { $count ->
    [zero] لا يوجد أي حجز قانوني قائم.
    [one] يوجد حجز قانوني واحد قائم.
    [two] يوجد حجزان قانونيان قائمان.
    [few] توجد { $count } حجوزات قانونية قائمة.
    [many] يوجد { $count } حجزًا قانونيًا قائمًا.
   *[other] يوجد { $count } حجز قانوني قائم.
}
retention-schedule = جدول الحفظ
retention-schedule-caption = مدة حفظ كل نوع من السجلات
retention-how-long = المدة
retention-source = المصدر
retention-how = كيف تنتهي
retention-stays = ما يبقى
retention-goes = ما يُتلف
retention-unchecked = يحتاج إلى تحقق
retention-comma = ،{ " " }
retention-months = { $count ->
    [zero] بلا أشهر
    [one] شهر واحد
    [two] شهران
    [few] { $count } أشهر
    [many] { $count } شهرًا
   *[other] { $count } شهر
}
retention-days = { $count ->
    [zero] بلا أيام
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}
retention-backups = { $count ->
    [zero] يكتمل المحو حين تزول آخر نسخة احتياطية تحويه: في اليوم نفسه.
    [one] يكتمل المحو حين تزول آخر نسخة احتياطية تحويه: بعد يوم واحد.
    [two] يكتمل المحو حين تزول آخر نسخة احتياطية تحويه: بعد يومين.
    [few] يكتمل المحو حين تزول آخر نسخة احتياطية تحويه: بعد { $count } أيام.
    [many] يكتمل المحو حين تزول آخر نسخة احتياطية تحويه: بعد { $count } يومًا.
   *[other] يكتمل المحو حين تزول آخر نسخة احتياطية تحويه: بعد { $count } يوم.
}
retention-backups-unknown = يكتمل المحو حين تزول آخر نسخة احتياطية تحويه. لم يحدد أحد مدة حفظ النسخ الاحتياطية (retention.backups_kept_days).
retention-ends-two-people = شخص يوافق وآخر يؤكد
retention-ends-by-itself = تلقائيًا
retention-ends-with-complaint = مع الشكوى
retention-ends-kept = لا يُمحى هنا
retention-class-complaint-closed = شكوى مغلقة
retention-class-complaint-withdrawn = شكوى سُحبت قبل أن يقرأها أحد
retention-class-evidence = الصور والأوراق والتسجيلات الصوتية
retention-class-messages = الرسائل
retention-class-call-logs = ملاحظات المكالمات واللقاءات
retention-class-interview = الموافقة على المقابلة وسيرها
retention-class-mediation = الوساطة
retention-class-wages = الحسابات والدفعات
retention-class-flag = الإشارة
retention-class-referral-case = حالة إحالة مغلقة وتسليماتها
retention-class-visit-record = سجل الزيارة وتقريرها
retention-class-text-draft = نص وصل من تلقاء نفسه، بعد معالجته
retention-class-call-back = مكالمة مطلوبة، بعد إجرائها
retention-class-advert-clear = إعلان لم يُعثر فيه على شيء
retention-class-advert-marked = إعلان فيه مؤشرات، متابَع أو محال
retention-class-audit = قيود التدقيق
retention-class-sessions = جلسات دخول منتهية
retention-class-jobs = مهام أُنجزت
retention-class-on-request = برغبة العاملة أو العامل
retention-kept-codes = الرموز: النوع واللغة والمكان والمكتب والتواريخ والنتيجة
retention-kept-history = السجل التاريخي المرمّز، للأرقام
retention-kept-audit = قيود التدقيق، وهي لا تسمّي أي عامل
retention-kept-tombstone = أنها مُحيت، ومتى، وبأي قاعدة
retention-kept-words = الكلام والنتائج
retention-gone-words = كل الكلام
retention-gone-names = الأسماء
retention-gone-contact = الهاتف والبريد والرسائل المرسلة
retention-gone-answers = الإجابات عن السلامة
retention-gone-claims = المطالبات والمبالغ
retention-gone-traces = آثار مشفّرة للكلام والهواتف وأصحاب العمل
retention-gone-receipts = رموز الإيصالات
retention-gone-links = الروابط بالزيارات والمجموعات وأصحاب العمل
retention-gone-reference = الرقم المرجعي
retention-gone-files = الملفات المختومة
retention-gone-notes = الملاحظات والشروط
retention-gone-sign-ins = الجلسات
retention-gone-chores = المهام
retention-lists-lead = ما انتهت مدته حسب الجدول، ولا يحجزه أحد، ولا يعترضه شيء مفتوح. شخص يوافق على القائمة وآخر يؤكدها، وعندها فقط تُمحى.
retention-lists-none = لا توجد قائمة تنتظر.
retention-lists-caption = القوائم
retention-wishes = عاملات وعمال يرغبون في محو ما قالوه
retention-wishes-caption = رغبات تنتظر القرار
retention-complaint = الشكوى
retention-asked-at = تاريخ الطلب
retention-way = الطريقة
retention-many = عدد الشكاوى
retention-prepared = أُعدّت
retention-state = الحالة
retention-list-prepared = تنتظر الشخص الأول
retention-list-approved = تنتظر الشخص الثاني
retention-list-confirmed = يجري محوها
retention-list-done = مُحيت
retention-list-refused = رُفضت
retention-approved-by = وافق عليها
retention-confirmed-by = أكّدها
retention-erased-of-it = ما مُحي منها
retention-no-way-back = ما يُمحى لا يستطيع أحد إعادته. يزول كلام هذه الشكاوى وأسماؤها وملفاتها، وتبقى الرموز والأرقام.
retention-somebody-else = أنت وافقت عليها. يجب أن يؤكدها شخص آخر.
retention-approve = موافقة
retention-confirm = تأكيد ومحو
retention-refuse = رفض القائمة
retention-refused-comes-back = ما يُرفض يعود في قائمة جديدة بعد شهر. وما يجب أن يبقى أطول يحتاج إلى حجز قانوني.
retention-entries-caption = شكاوى هذه القائمة
retention-over-since = انتهت مدتها منذ
retention-reference-gone = مُحيت
retention-entry-waiting = تنتظر
retention-entry-erased = مُحيت
retention-entry-held = أوقفها حجز قانوني
retention-entry-barred = بقيت: شيء ما مفتوح، أو لم تنته مدتها
retention-entry-left = بقيت: رُفضت القائمة
retention-holds-lead = ما قد تحتاج إليه محكمة أو نيابة أو تدقيق لا يُمحى مهما قال الجدول. من يضع الحجز لا يستطيع إنهاءه.
retention-holds-none = لا يوجد أي حجز.
retention-hold-stands = قائم
retention-hold-late = حان وقت مراجعته
retention-hold-over = انتهى
retention-hold-all = كل الشكاوى عن صاحب العمل هذا
retention-hold-by = وضعه
retention-hold-ended = انتهى في
retention-hold-review = يُراجع في
retention-hold-review-hint = خلال سنتين.
retention-hold-end = إنهاء هذا الحجز
retention-hold-put = وضع حجز
retention-hold-on = الرقم المرجعي للشكوى
retention-hold-on-hint = أو لمنشأة: عندها تُحجز كل الشكاوى عنها، في كل المكاتب، واللاحقة أيضًا.
retention-hold-ground = السبب
retention-ground-court = محكمة
retention-ground-prosecution = نيابة عامة
retention-ground-audit = تدقيق أو تحقيق
retention-ground-other = سبب آخر
retention-report-lead = أرقام حسب النوع وإصدار الجدول. في الملف سطر لكل سجل بلا أسماء، وتوقيع.
retention-from = من
retention-until = إلى
retention-show = عرض
retention-rule = الجدول
retention-erased = مُحي
retention-report-caption = ما تم محوه
retention-report-none = لم يُمح شيء في هذه الأيام.
retention-report-take = أخذ الملف الموقّع
retention-complete = يكتمل كل ذلك في { $at }، حين تزول آخر نسخة احتياطية تحويه.
retention-wish = الرغبة في المحو
retention-wish-lead = قد ترغب العاملة أو العامل في محو ما قيل. دوّن أنه طُلب ذلك؛ ويقرر شخص آخر مع ذكر السبب، ويؤكد شخص ثانٍ. ما دامت الشكوى مفتوحة أو عليها حجز فلا يمكن قبول ذلك.
retention-recorded-by = دوّنها
retention-in-the-way = ما يمنع محوها الآن
retention-grant = قبول
retention-refuse-wish = رفض
retention-grant-then = إذا قُبلت، توضع في قائمة خاصة بها، ويجب أن يؤكدها شخص آخر.
retention-record-wish = تدوين أنه طُلب ذلك
retention-way-asked = كيف طُلب ذلك؟
retention-way-counter = في المكتب
retention-way-phone = بالهاتف
retention-way-letter = برسالة ورقية
retention-way-message = برسالة هنا
retention-decided-granted = قُبلت
retention-decided-refused = رُفضت
retention-bar-hold = عليها حجز قانوني.
retention-bar-open = الشكوى غير مغلقة.
retention-bar-time = لم تنته مدتها.
retention-bar-flag = إشارة تنتظر قرارًا.
retention-bar-referral = حالة إحالة مفتوحة.
retention-bar-referral-time = لم تنته مدة حالة الإحالة.
retention-bar-ask = طُلب شيء لم يقرر فيه أحد.
retention-bar-casework = إغلاق أو جلسة أو دفعة أو سؤال لم يتم بعد.
retention-bar-work = عليها عمل مفتوح.
retention-bar-opening = فتحها شخصان.
retention-error-same-person = لا يجوز أن يقوم الشخص نفسه بالأمرين. اطلب من زميل.
retention-error-decided = تقرر هذا في هذه الأثناء. انظر إلى حالته الآن.
retention-error-reference = لا توجد شكوى أو منشأة بهذا الرقم يحق لك حجزها.
retention-error-review = اكتب يومًا قادمًا خلال سنتين.
retention-error-why = اكتب سببًا بالكلمات، من 10 إلى 2000 حرف.
retention-error-changed = غيّرها أحد في هذه اللحظة. حاول مرة أخرى.
retention-error-days = اكتب يومين، الأسبق أولًا.
retention-error-too-many = هذا أكثر مما يسعه ملف واحد. اختر أيامًا أقل.
retention-error-waits = توجد رغبة تنتظر القرار.
retention-error-barred = هناك ما يمنع ذلك. انظر إلى القائمة أعلاه.
casework-erasure = الرغبة في المحو
casework-erased-title = مُحيت
casework-erased-at = مُحيت في
casework-erased-rule = بموجب القاعدة:
casework-erased-left = لا يمكن إعادة كلامها وأسمائها وملفاتها. تبقى الرموز للأرقام، ويبقى في التدقيق من اطّلع عليها.
event-complaint-erased = مُحيت
retention-error-not-shown = لا شيء في السجل يدل على ذلك: دوّن أولًا الحديث مع العامل على انفراد في سجل الاتصالات، أو انتظر رسالة منه.
retention-error-above = لا ينهي الحجز لمحكمة أو نيابة أو تدقيق إلا مسؤول حماية بيانات غير الذي وضعه.
