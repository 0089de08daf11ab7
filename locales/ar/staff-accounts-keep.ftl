# ما يبقي الحساب لصاحبه، والسجلات التي يفتحها اثنان، والتدقيق، وما يفعله كل دور.
accounts-nav-audit = التدقيق
accounts-nav-openings = ما فتحه اثنان
accounts-start-title = عملك هنا
accounts-start-audit = البحث في سجل التدقيق
accounts-start-audit-hint = من فعل ماذا، في أي ملف، ومتى. لا ترى أي محتوى، وكل بحث يُدوَّن هو أيضًا.
accounts-start-openings = ملفات فتحها شخصان
accounts-start-openings-hint = من طلب فتح ملف خارج صلاحيته، ومن وافق، وحتى متى يبقى مفتوحًا.
accounts-start-approvals = إفصاحات تنتظر قرارك
accounts-start-approvals-hint = يقترح زميل الإفصاح عن شيء دون موافقة صاحبته، ويسمّيك لتقرر.
accounts-start-people = الأشخاص
accounts-start-people-hint = إغلاق حساب وإنهاء جلساته عند وجود خلل.
accounts-start-papers = منشورات الوزارة
accounts-start-papers-hint = نشر ما يقرؤه الجميع واستبداله وسحبه.
accounts-duty = بصفتك: { $role }
accounts-does-partner = تقدّم الشكاوى عن غيرك وترى ما قدّمته جهتك، في حدود ذلك.
accounts-never-partner = لا ترى أي شيء آخر من الملف.
accounts-does-hotline-operator = تكتب ما يُروى على الهاتف أو الشباك، وتسلّم الإيصالات، وتتحقق من كلمات الرمز.
accounts-never-hotline-operator = لا ترى القرارات ولا الإشارات.
accounts-does-complaints-officer = تقرأ شكاوى مكتبك، وتحدد الخطوة التالية، وتحسب المستحق، وتقرر.
accounts-never-complaints-officer = لا ترى ملفات المكاتب الأخرى، ولا الجزء الداخلي من الإحالة.
accounts-does-inspector = تزور أماكن العمل وتسجل ما تراه.
accounts-never-inspector = لا ترى من اشتكى، ولا إن كان أحد قد اشتكى.
accounts-does-duty-officer = ما دمت مناوبًا في الجدول تقرأ ما لم يُقرأ بعد وما فيه خطر من كل المكاتب.
accounts-never-duty-officer = لا ترى غير ذلك من الملفات، ولا شيئًا خارج مناوبتك.
accounts-does-interpreter = تترجم النص الواحد أو المكالمة الواحدة التي كُلِّفت بها.
accounts-never-interpreter = لا ترى أي شيء آخر.
accounts-does-child-lead = تقرر في إشارات الأطفال وتتابع ملفاتهم.
accounts-never-child-lead = لا ترى ملفًا لا يخص طفلًا.
accounts-does-mediator = تعقد جلسات الوساطة التي كُلِّفت بها؛ وتظهر في قائمتك حين يكلفك بها أحد.
accounts-never-mediator = لا ترى الإشارات، ولا ملفًا ليست لك فيه جلسة.
accounts-does-data-protection-officer = تراقب من يفتح الملفات، وتوافق أو ترفض حين يُطلب أن يفتح ملفًا اثنان، وتقرر في الإفصاحات التي تسمّيك، وتغلق الحسابات عند الضرورة.
accounts-never-data-protection-officer = لا ترى أي محتوى، إلا إذا احتاجه طلب ووافق شخص آخر.
accounts-does-planner = تخطط الحملات وتحوّل الطلبات إلى زيارات.
accounts-never-planner = لا ترى بيانات الأشخاص.
accounts-does-supervisor = ترى إشارات مكتبك وقوائمه، وتوزع العمل، وتصادق، وتوافق حين يُطلب أن يفتح ملفًا اثنان.
accounts-never-supervisor = لا ترى مكان أي مأوى.
accounts-does-referral-coordinator = تتابع كل ملفات الإحالة والتسليمات والسجل.
accounts-never-referral-coordinator = لا ترى ملاحظات العمل التي لم تُشارَك معك.
accounts-does-agency-user = تجيب عن التسليمات إلى جهتك.
accounts-never-agency-user = لا ترى بقية الملف.
accounts-does-analyst = ترى الأرقام وتنشرها، وتنشر أوراق الوزارة.
accounts-never-analyst = لا ترى أي شخص.
accounts-does-auditor = تبحث في سجل التدقيق وتأخذه ملفًا موقّعًا.
accounts-never-auditor = لا ترى الحقول المختومة: لا كلمات ولا أسماء من يشتكون.
accounts-does-administrator = تدير الأشخاص، على مستوى البلد أو مكتبك، وتنهي الجلسات.
accounts-never-administrator = لا ترى محتوى أي ملف.
accounts-sessions = أين سجّلت الدخول
accounts-sessions-lead = أنهِ ما لا تعرفه، ثم غيّر كلمة السر.
accounts-sessions-none = لا دخول من أي مكان.
accounts-session-agent = من
accounts-session-unknown = متصفح لم يعرّف بنفسه
accounts-session-since = منذ
accounts-session-last = آخر استعمال
accounts-session-own = هذه الجلسة
accounts-end = إنهاء
accounts-end-others = إنهاء كل الجلسات الأخرى
accounts-end-all = إنهاء كل الجلسات
accounts-codes = رموز الاسترداد
accounts-codes-none = ليس لديك أي رمز. من دون تطبيق المصادقة لن تستطيع الدخول.
accounts-codes-left = { $count ->
    [zero] لم يبق أي رمز.
    [one] بقي رمز واحد.
    [two] بقي رمزان.
    [few] بقيت { $count } رموز.
    [many] بقي { $count } رمزًا.
   *[other] بقي { $count } رمز.
}
accounts-codes-new = إنشاء رموز استرداد جديدة
accounts-codes-shown = تظهر هذه الرموز العشرة مرة واحدة. يعمل كل منها مرة واحدة بدل تطبيق المصادقة. احفظها على ورق بعيدًا عن هاتفك. الرموز السابقة لم تعد تعمل.
accounts-tokens = رموز الواجهة البرمجية
accounts-token-name = الغرض
accounts-token-bounds = يسمح بما يلي
accounts-token-all = كل ما يحق لك ويجوز لرمز واجهة
accounts-token-until = حتى
accounts-token-lasting = حتى يُنهى
accounts-token-unused = لم يُستعمل
accounts-password-title = تغيير كلمة السر
accounts-password-old = كلمة السر الحالية
accounts-password-new = كلمة السر الجديدة
accounts-password-done = تغيّرت كلمة السر، وانتهت كل الجلسات الأخرى.
accounts-confirm-title = أما زلت أنت؟
accounts-confirm-lead = ما كنت ستفعله يحتاج إلى رمز جديد. به تتابع مباشرة، ولا يُطلب منك رمز آخر مدة عشر دقائق.
accounts-confirm = تأكيد
accounts-person-title = حساب
accounts-enable = فتح الحساب من جديد
accounts-roles-set = تحديد الأدوار
accounts-roles-hint = من يدير الحسابات أو يقرأ التدقيق لا يحمل دورًا آخر. الدور الجديد الذي يقرأ ينتظر شخصًا ثانيًا، وينتظر معه كل ما في القائمة؛ وإن لم يكن فيها جديد سرت القائمة فورًا ودخل الشخص من جديد.
accounts-openings-title = ملفات فتحها شخصان
accounts-openings-lead = من لا تصل صلاحيته إلى شكوى يمكنه أن يطلب قراءتها، ويجب أن يوافق شخص آخر. تبقى بعدها مفتوحة أربع ساعات للقراءة فقط. ويرى المشرفون ومسؤول حماية البيانات والمدققون كل فتح.
accounts-openings-none = لم يُفتح شيء في آخر 90 يومًا.
accounts-openings-alarm = { $count ->
    [zero] لا ملفات فتحها شخصان.
    [one] ملف واحد فتحه شخصان أو طُلب فتحه.
    [two] ملفان فتحهما شخصان أو طُلب فتحهما.
    [few] { $count } ملفات فتحها شخصان أو طُلب فتحها.
    [many] { $count } ملفًا فتحها شخصان أو طُلب فتحها.
   *[other] { $count } ملف فتحها شخصان أو طُلب فتحها.
}
accounts-opening-asked = ينتظر شخصًا ثانيًا
accounts-opening-open = مفتوح الآن
accounts-opening-refused = لم يُفتح
accounts-opening-over = انتهى
accounts-opening-by = طلبه
accounts-opening-second = الشخص الثاني:
accounts-opening-ends = حتى
accounts-opening-agree = موافقة
accounts-opening-refuse = رفض
accounts-opening-end = إنهاؤه الآن
accounts-opening-ask = طلب فتح شكوى
accounts-opening-reference = رقمها
accounts-opening-why = لماذا يجب أن تقرأها
accounts-opening-why-hint = 20 حرفًا على الأقل. يقرأ هذا من يوافق.
accounts-audit-title = التدقيق
accounts-audit-lead = من فعل ماذا، في أي ملف، ومتى. لا محتوى هنا. وهذا البحث نفسه يُدوَّن.
accounts-audit-who = من
accounts-audit-who-hint = الاسم الذي يدخل به الشخص.
accounts-audit-what = ماذا
accounts-audit-what-hint = أول الرمز، مثل complaint. أو staff.sign-in
accounts-audit-subject = أي ملف
accounts-audit-from = من
accounts-audit-until = حتى
accounts-audit-reads = حيث فُتحت حقول مختومة فقط
accounts-audit-search = بحث
accounts-audit-none = لا شيء يطابق.
accounts-audit-when = متى
accounts-audit-purpose = الغرض
accounts-audit-opened = فُتح
accounts-audit-words = بكلمات محفوظة لا تُعرض
accounts-audit-export = أخذها ملفًا موقّعًا
accounts-error-breached = كلمة السر هذه معروفة من تسريب، ومن يخمّن يبدأ بها. اختر غيرها.
accounts-error-beyond = تمنح ما يخص مكتبك فقط.
accounts-error-oneself = لا أحد يفعل هذا بحسابه: اطلب من زميل.
accounts-error-last = هذا آخر مدير على مستوى البلد. أضف مديرًا آخر أولًا كي لا يُقفل النظام.
accounts-error-confirm = كلمة السر أو الرمز غير صحيح. يعمل الرمز مرة واحدة: انتظر الرمز التالي.
accounts-error-reference = لا يوجد رقم كهذا.
accounts-error-why = اكتب سببًا بالكلمات، من 20 إلى 2000 حرف.
accounts-error-same-person = يجب أن يوافق شخص آخر.
accounts-error-decided = تقرر هذا أو انتهى في الأثناء.
accounts-error-who = لا أحد يدخل بهذا الاسم.
accounts-error-what = أحرف لاتينية صغيرة ونقاط وشرطات.
accounts-error-time = اكتب اليوم والوقت.
accounts-error-too-many = المدخلات أكثر من أن يسعها ملف واحد: اختر مدة أقصر.
accounts-code-or-recovery = ستة أرقام من تطبيق المصادقة، أو أحد رموز الاسترداد.
accounts-problem-confirm-title = أما زلت أنت؟
accounts-problem-confirm = يحتاج هذا إلى رمز جديد من تطبيق المصادقة. أكّد ثم أرسله من جديد: ما كتبته موجود أدناه.
