# المستحق وفق القانون المؤرخ، والتسوية بما دونه.
casework-wages = المستحق
casework-wages-open-page = احتساب المستحق
casework-wages-back = عودة إلى الشكوى
casework-wages-lead = احتساب للمكتب، ليس قرارًا ولا يُلزم أحدًا. يبيّن كل بند حسابه وما يستند إليه، وفتح هذه الصفحة مسجَّل.
casework-wages-saved = الاحتساب { $number }: { $who }، { $time }
casework-wages-not-saved = لم يُحفظ بعد
casework-wages-unapproved = لم يقرّه المستشار القانوني
casework-wages-unapproved-all = تستند بعض البنود إلى نصوص لم يقرّها المستشار القانوني بعد. لا تعرضها على أحد بوصفها قانونًا.
casework-wages-total = المستحق
casework-wages-least = على الأقل
casework-wages-most = على الأكثر
casework-wages-open = لا يمكن تحديده: معلومات ناقصة
casework-wages-at-least = { $amount } على الأقل
casework-wages-rounding = يُقرَّب كل بند مرة واحدة إلى أقرب وحدة والنصف إلى الأعلى، والمجموع هو مجموع البنود.
casework-wages-facts = بُني الاحتساب على
casework-wages-limits = أقصى ما يجوز حسمه من الأجر
casework-wages-fines = ما قد تكلّفه المخالفة صاحبَ العمل عن عامل واحد (لا يُستحق لأحد)
casework-wages-earlier = الاحتسابات المحفوظة
casework-wages-enter = أدخل الوقائع أو صحّحها
casework-wages-enter-hint = اترك ما لا يُعرف فارغًا، فيأتي الجواب بحدّ أقل وحدّ أكثر. ما رواه العامل موجود هنا.
casework-wages-regime = أحكام العمل
casework-wages-nationality = الجنسية
casework-wages-nationality-nationals = من هذا البلد
casework-wages-nationality-others = من بلد آخر
casework-wages-began = أول يوم عمل
casework-wages-ended = آخر يوم عمل
casework-wages-ending = كيف انتهى العمل
casework-wages-ending-open = ما زال مستمرًا
casework-wages-ending-dismissed = أنهاه صاحب العمل
casework-wages-ending-left = ترك العامل العمل
casework-wages-ending-left-for-cause = ترك العامل العمل بسبب فعل صاحب العمل
casework-wages-ending-agreed = باتفاق الطرفين
casework-wages-ending-term-ended = انتهت المدة المتفق عليها
casework-wages-last-pay = أجر الشهر عند النهاية
casework-wages-leave-days = أيام إجازة لم تؤخذ
casework-wages-notice-days = أيام الإشعار التي أُعطيت
casework-wages-insured = مشمول بالضمان الاجتماعي
casework-wages-unfair = الفصل غير قانوني
casework-wages-months-title = الأشهر المطالَب بأجرها
casework-wages-months-hint = الأجر المتفق عليه عن شهر كامل وما قُبض عنه. الساعات مثل 40 أو 7.5 أو 7:30، والفراغ يعني لا شيء، و«?» تعني غير معروف.
casework-wages-month = الشهر
casework-wages-agreed = المتفق عليه
casework-wages-received = المقبوض
casework-wages-overtime = ساعات العمل الإضافي
casework-wages-rest = ساعات في أيام الراحة
casework-wages-try = احسب
casework-wages-save = احسب واحفظ
casework-wages-more = أشهر أخرى
casework-wages-unknown = غير معروف
casework-wages-yes = نعم
casework-wages-no = لا
casework-wages-article = المادة { $number }، { $law }: { $what }
casework-wages-days = { $days ->
    [zero] لا أيام
    [one] يوم واحد
    [two] يومان
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
}
casework-wages-months = { $months ->
    [zero] لا أشهر
    [one] شهر واحد
    [two] شهران
    [few] { $months } أشهر
    [many] { $months } شهرًا
   *[other] { $months } شهر
}
casework-wages-hours = { $hours } س
casework-wages-hours-part = { $hours } س
casework-wages-due-wages = أجور غير مدفوعة
casework-wages-due-minimum = الفرق حتى الحد الأدنى للأجور
casework-wages-due-overtime = العمل الإضافي
casework-wages-due-rest-day-work = العمل في أيام الراحة
casework-wages-due-leave = إجازة لم تؤخذ
casework-wages-due-service-pay = مكافأة نهاية الخدمة
casework-wages-due-notice = إشعار لم يُعطَ
casework-wages-due-dismissal = التعويض عن الفصل
casework-wages-due-kept-advance = من سلفة، في كل مرة
casework-wages-due-kept-fine = غرامةً، في الشهر
casework-wages-due-kept-damage = عن ضرر، في الشهر
casework-wages-missing-regime = غير معروف: أي أحكام عمل تسري.
casework-wages-missing-nationality = غير معروفة: الجنسية التي يفرّق القانون بها.
casework-wages-missing-began = غير معروف: أول يوم عمل.
casework-wages-missing-ending = غير معروف: كيف انتهى العمل.
casework-wages-missing-agreed = غير معروف: الأجر المتفق عليه.
casework-wages-missing-received = غير معروف: ما قُبض.
casework-wages-missing-overtime = غير معروفة: ساعات العمل الإضافي.
casework-wages-missing-rest = غير معروفة: الساعات في أيام الراحة.
casework-wages-missing-last-pay = غير معروف: الأجر عند النهاية.
casework-wages-missing-leave-days = غير معروفة: أيام الإجازة التي لم تؤخذ.
casework-wages-missing-notice-days = غير معروف: الإشعار الذي أُعطي.
casework-wages-missing-insured = غير معروف: هل العامل مشمول بالضمان الاجتماعي.
casework-wages-missing-unfair = غير معروف: هل كان الفصل قانونيًا.
casework-wages-missing-rule = ليس في النظام رقم من القانون لهذه الأيام.
casework-wages-assumed-whole-month = افتُرض أن الشهر عُمل كله.
casework-wages-assumed-last-month = افتُرض أن أجر آخر شهر مذكور هو الأجر عند النهاية.
casework-wages-assumed-ends-today = افتُرض أن اليوم هو آخر يوم.
casework-wages-assumed-spread = افتُرض توزّع الساعات بالتساوي على الشهر الذي تغيّر فيه حكم.
casework-wages-assumed-least = أقل ما يعطيه الحكم.
casework-wages-assumed-beyond-rule = أيام أكثر مما يعطيه الحكم في هذه المدة: تستند إلى ما اتُّفق عليه.
casework-wages-error-regime = اختر من القائمة.
casework-wages-error-date = اكتب يومًا قد مضى، كما في التقويم.
casework-wages-error-order = لا يكون آخر يوم قبل أول يوم، والعمل المستمر لا آخر يوم له.
casework-wages-error-month = اكتب شهرًا مثل 2026-05.
casework-wages-error-twice = هذا الشهر مذكور مرتين.
casework-wages-error-outside = هذا الشهر خارج مدة العمل.
casework-wages-error-amount = اكتب المبلغ بالأرقام، مثل 290 أو 290.500.
casework-wages-error-hours = اكتب الساعات مثل 40 أو 7.5 أو 7:30، دون أن تزيد على ساعات الشهر.
casework-wages-error-days = اكتب أيامًا كاملة بالأرقام.
casework-wages-error-too-many = لا أكثر من { NUMBER(60) } شهرًا معًا.
casework-wages-error-too-large = هذه المبالغ أكبر من أن تُحسب.
casework-wages-error-nothing = أدخل شهرًا واحدًا على الأقل، أو كيف انتهى العمل.
casework-settlement = إغلاق ينتظر
casework-settlement-waits = يقرّه أو يرفضه شخص ثانٍ، مشرف لم يقترحه، ولا يُغلق شيء قبل ذلك.
casework-settlement-amount = ما يحصل عليه العامل بها
casework-settlement-computed = المستحق على الأقل وفق آخر احتساب
casework-settlement-short = أقل بمقدار
casework-settlement-reason = لماذا يحصل العامل على أقل؟
casework-settlement-reason-hint = يقرؤه شخص ثانٍ قبل أن يُغلق شيء.
casework-settlement-since = منذ
casework-settlement-below = تعطي التسوية { $amount }. المستحق على الأقل: { $computed }. أي أقل بمقدار { $short }.
casework-settlement-error-amount = يقول الاحتساب إن شيئًا مستحق: اكتب ما يحصل عليه العامل.
casework-settlement-error-below = هذا دون المستحق: اكتب السبب، ثم يجب أن يقرّه شخص ثانٍ.
casework-settlement-error-nothing = لا إغلاق ينتظر هنا.
casework-settlement-error-same = يجب أن يقرر مشرف آخر غير الذي اقترحه.
casework-settlement-decide = قرارك
casework-settlement-decide-hint = الإقرار يغلق الشكوى، والرفض يبقيها مفتوحة.
casework-settlement-approve = أقرّ وأغلق
casework-settlement-refuse = أرفض
casework-settlement-note = السبب
casework-settlement-note-hint = لازم للرفض. يُحفظ ملاحظةً للمكتب.
event-complaint-wages-worked-out = احتُسب المستحق
event-complaint-settlement-proposed = اقتُرحت تسوية دون المستحق
event-complaint-settlement-decided = قرّر شخص ثانٍ في التسوية
work-settlement-to-approve = إقرار إغلاق أو رفضه
casework-settlement-changed = يقول حساب لاحق إن المستحق أكثر. ارفض هذا الاقتراح ليُقدَّم من جديد.
