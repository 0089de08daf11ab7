# Tokens of the API.
accounts-problem-by-person-title = هذا يفعله شخص
accounts-problem-by-person = لا يفعل ذلك أي رمز واجهة: فهو يحتاج إلى العامل الثاني لشخص أظهره قبل قليل. سجّل الدخول وافعله في الصفحة. وما لا رجعة فيه يمكن فعله أيضًا برمز أُنشئ له وحده في صفحة حسابك خلال يوم واحد.
accounts-tokens-lead = يتيح رمز الواجهة لبرنامج أن يعمل باسمك. لا يكشف أبدًا اسمًا ولا رقمًا، ولا يعطي رمز عامل، ولا يصدّر، ولا يدير الأشخاص: فهذا يفعله شخص.
accounts-tokens-none = ليس لديك أي رمز.
accounts-token-nothing = لا شيء بعد الآن
accounts-token-new = إنشاء رمز واجهة
accounts-token-for = الغرض منه
accounts-token-for-hint = لتعرفه لاحقًا، مثل «مكتب الهاتف». 60 حرفًا على الأكثر، دون اسم أي شخص.
accounts-token-bounds-hint = اختر أقل ما يحتاجه البرنامج. لن يفعل أبدًا أكثر مما يحق لك.
accounts-token-named = لا رجعة فيه: الرمز الذي يُنشأ لهذا يسري يومًا واحدًا.
accounts-token-days-for = يسري مدة
accounts-token-days-hint = ثم ينتهي وحده. يمكنك إنهاؤه هنا في أي وقت.
accounts-token-days = { $count ->
    [zero] لا أيام
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}
accounts-token-make = إنشاء الرمز
accounts-token-made = هذا رمزك، ويُعرض مرة واحدة. ضعه الآن في البرنامج ولا تضعه في مكان آخر: من يملكه يعمل باسمك.
accounts-error-token-name = قل ما الغرض منه، في 60 حرفًا على الأكثر.
accounts-error-token-actions = اختر واحدًا من هذه على الأقل.
accounts-error-token-named = الرمز الذي يوافق على المحو يسري يومًا واحدًا على الأكثر.
accounts-error-token-many = لديك 20 رمزًا ولا يمكنك إنشاء غيرها. أنهِ واحدًا أولًا.
# What a token may be made for.
accounts-action-file-complaint = تقديم الشكاوى
accounts-action-take-intake = تدوين ما يُروى بالهاتف أو على الشباك
accounts-action-read-filed = رؤية ما قدمته جهتي والتقديم عن غيري
accounts-action-take-text = قراءة الرسائل الواردة وتقديمها
accounts-action-read-queue = رؤية قائمة العمل
accounts-action-assign-work = توزيع العمل على الأشخاص
accounts-action-read-complaint = قراءة الشكاوى دون أسماء ولا أرقام ولا عناوين
accounts-action-work-complaint = العمل على الشكاوى
accounts-action-approve-settlement = المصادقة على التسويات وغيرها من الإغلاقات
accounts-action-hold-mediation = تدوين نتائج الوساطة
accounts-action-translate = ترجمة النص المكلّف به
accounts-action-read-flag = قراءة الإشارات
accounts-action-declare-tie = التصريح بأماكن عمل لك صلة بها
accounts-action-decide-flag = القرار في الإشارات
accounts-action-decide-child-flag = القرار في إشارات الأطفال
accounts-action-read-referral = قراءة ملفات الإحالة
accounts-action-work-referral = العمل على ملفات الإحالة والتسليم
accounts-action-approve-disclosure = القرار في الإفصاحات التي تسمّيني
accounts-action-answer-hand-over = الإجابة عن التسليمات
accounts-action-read-establishment = البحث عن المنشآت
accounts-action-keep-establishment = إضافة المنشآت وتصحيح الأسماء
accounts-action-request-visit = طلب الزيارات
accounts-action-schedule-visit = تخطيط الزيارات
accounts-action-read-visit = قراءة الزيارات والتقارير
accounts-action-record-visit = تسجيل الزيارات
accounts-action-read-figures = رؤية الأرقام
accounts-action-manage-roster = إدارة جدول المناوبة
accounts-action-read-retention = رؤية ما يُحفظ وما يحين أجله
accounts-action-approve-erasure = الموافقة على ما يُمحى
accounts-action-put-hold = منع محو ما لا يجوز محوه، وإنهاء المنع
accounts-action-read-patrol = رؤية ما أحصته الدورية الإلكترونية
accounts-action-patrol = إضافة إعلانات إلى الدورية الإلكترونية وفتحها والقرار فيها
