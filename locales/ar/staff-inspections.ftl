# الزيارات: تُخطَّط دفعةً واحدة، وتُسجَّل، ويصدر تقريرها.
inspections-visits = الزيارات
inspections-visits-empty = لا توجد زيارات.
inspections-counts = الأعداد
inspections-count-waiting = طلبات في المجمَّع
inspections-count-coming = زيارات مخططة أو جارية
inspections-count-conflicts = فيها تضارب مصالح: أرسل شخصًا آخر
inspections-pool = طلبات المجمَّع
inspections-pool-hint = اختر الطلبات التي تجيب عنها هذه الدفعة.
inspections-pool-empty = لا يوجد طلب بالانتظار. ويمكن مع ذلك إعداد دفعة زيارات روتينية.
inspections-batch = إعداد دفعة
inspections-batch-hint = تُضاف زيارات روتينية تلقائيًا بعدد الطلبات على الأقل. تُنشأ كلها في لحظة واحدة ويكون شكلها واحدًا.
inspections-batch-make = إنشاء الزيارات
inspections-planned = الزيارات حسب الموعد
inspections-open-visits = المخططة والجارية
inspections-state = الحالة
inspections-state-planned = مخططة
inspections-state-under-way = جارية
inspections-state-finished = مسجَّلة
inspections-state-reported = صدر تقريرها
inspections-state-cancelled = ملغاة
inspections-day = اليوم الأول
inspections-day-hint = توزَّع الزيارات على أيام العمل ابتداءً من هذا اليوم وخلال 21 يومًا.
inspections-time = الوقت
inspections-opens = تبدأ أول زيارة عند
inspections-closes = تنتهي آخر زيارة عند
inspections-order = الأمر القضائي
inspections-order-hint = للمنازل فقط: رقم الأمر. يذهب رجل وامرأة معًا.
inspections-when = الموعد
inspections-establishment = المنشأة
inspections-report-register = الرقم المرجعي في السجل
inspections-address = العنوان
inspections-sector = القطاع
inspections-regime = الأحكام السارية
inspections-office = المكتب
inspections-team = المفتشون
inspections-heirs = تابعها بعد ذلك
inspections-sections = يُبدأ بـ
inspections-languages = اللغات المحكية هناك
inspections-hazards = المخاطر
inspections-none-known = لا يُعرف منها شيء
inspections-not-known = غير معروف
inspections-conflict = تضارب مصالح
inspections-conflict-hint = أحد المكلَّفين لا يستطيع الذهاب: تضارب مصالح مع هذا المكان أو غياب أو زيارة أخرى. أرسل شخصًا آخر.
inspections-visit = زيارة
inspections-sheet = ورقة الزيارة
inspections-same-for-all = لكل زيارة ورقة كهذه، والزيارات الروتينية منها. وهي لا تبيّن سبب اختيار هذا المكان.
inspections-send = من يذهب
inspections-send-hint = المتفرغون الذين لا تضارب مصالح لديهم فقط. وتُذكر لغة المكان بجانب من يتكلمها.
inspections-send-button = إرسال هؤلاء
inspections-nobody = لا أحد في هذا المكتب متفرغ وبلا تضارب مصالح في ذلك الوقت. غيّر موعد الزيارة أو ألغها.
inspections-move = موعد آخر
inspections-move-button = تغيير الموعد
inspections-cancel = الإلغاء
inspections-cancel-button = إلغاء الزيارة
inspections-my-visits = زياراتي
inspections-today = اليوم
inspections-coming = القادمة
inspections-earlier = لم تُنجز بعد
inspections-done = ما سُجِّل في آخر 30 يومًا
inspections-record = المحضر
inspections-progress = { $all ->
    [zero] لا بنود
    [one] أُجيب عن { $done } من بند واحد
    [two] أُجيب عن { $done } من بندين
    [few] أُجيب عن { $done } من { $all } بنود
    [many] أُجيب عن { $done } من { $all } بندًا
   *[other] أُجيب عن { $done } من { $all } بند
}
inspections-first = يُبدأ من هنا
inspections-answer-yes = سليم
inspections-answer-no = غير سليم
inspections-answer-not-applicable = لا ينطبق
inspections-answer-not-seen = تعذّرت رؤيته
inspections-next-safe = الخطوة الآمنة التالية: تحدّث مع العمال على انفراد بعيدًا عن صاحب العمل والمشرف، بواسطة مترجم من المكتب. لا تقل من أخبرك بماذا. لا تواجه صاحب العمل بهذا قبل أن يكونوا بأمان. وإذا كان أحد في خطر فاتصل بالموظف المناوب.
inspections-finding = ما وُجد
inspections-seen = ماذا رأيت؟
inspections-seen-hint = الوقائع فقط. لا أسماء عمال، ولا شيء يدل على من تكلّم.
inspections-workers = عدد العمال المعنيين
inspections-measure = الإجراء
inspections-measures = الإجراءات
inspections-measures-hint = اختر إجراءً بجانب كل مخالفة؛ وهنا يُكتب ما يخص الإجراء كله.
inspections-days = أيام لإزالة المخالفة
inspections-days-most = { $days ->
    [zero] فورًا.
    [one] يوم واحد على الأكثر من اليوم.
    [two] يومان على الأكثر من اليوم.
    [few] { $days } أيام على الأكثر من اليوم.
    [many] { $days } يومًا على الأكثر من اليوم.
   *[other] { $days } يوم على الأكثر من اليوم.
}
inspections-needs-approval = لا يسري إلا بعد موافقة: { $role }.
inspections-people = الأشخاص
inspections-present = الحاضرون عن صاحب العمل
inspections-present-hint = الاسم والصفة.
inspections-interviews = عدد العمال الذين جرى التحدث معهم
inspections-interviews-hint = رقم. اكتب 0 إذا لم يكن أحد. ولا يُكتب في أي مكان من هم.
inspections-alone = هل جرى التحدث معهم على انفراد؟
inspections-alone-yes = نعم، بعيدًا عن نظر صاحب العمل وسمعه
inspections-alone-no = لا
inspections-interpreter = بواسطة من؟
inspections-interpreter-none = بلغة مشتركة
inspections-interpreter-office = بواسطة مترجم من المكتب
inspections-interpreter-workplace = بواسطة شخص من مكان العمل
inspections-found-on = يوم الزيارة
inspections-found-on-hint = اليوم الذي كنت فيه هناك. منه يبدأ الشهر الذي يجب فيه تقديم المخالفة.
inspections-day-correct = تصحيح يوم الزيارة
inspections-day-correct-hint = المهل التي تبدأ من هذا اليوم، كشهر تقديم المخالفة، تُحسب من جديد. وما انتهت مهلته يبقى مسجلاً، والتقرير الذي صدر يبقى كما هو.
inspections-day-earlier-only = كنت هناك: يمكنك أن تذكر يوماً أسبق فقط. أما أن الزيارة كانت بعد ذلك فيقوله مخطط الزيارات أو المشرف.
inspections-day-corrected = صُحح اليوم بعد إغلاق المحضر، صححه
inspections-remarks = ملاحظات للمكتب
inspections-remarks-hint = لا تدخل في التقرير.
inspections-save = حفظ ومتابعة
inspections-finish = إنهاء
inspections-finish-hint = بعد الإنهاء لا يمكن تغيير شيء. يصدر التقرير بعد ذلك بقليل.
inspections-findings = المخالفات
inspections-severity = الوزن
inspections-severity-minor = بسيطة
inspections-severity-serious = مهمة
inspections-severity-grave = جسيمة
inspections-measure-state-proposed = بانتظار الموافقة
inspections-measure-state-imposed = مفروض
inspections-measure-state-refused = لم يوافَق عليه
inspections-measure-state-remedied = أُزيلت المخالفة
inspections-measure-state-not-remedied = لم تُزل المخالفة
inspections-measure-state-filed = أُحيل الملف
inspections-settle-imposed = موافقة
inspections-settle-refused = عدم الموافقة
inspections-settle-remedied = أُزيلت المخالفة
inspections-settle-not-remedied = لم تُزل المخالفة
inspections-settle-filed = أُحيل الملف
inspections-report = التقرير
inspections-report-download = التقرير بصيغة PDF
inspections-report-soon = التقرير قيد الإصدار.
inspections-report-number = الرقم
inspections-report-issued = تاريخ الإصدار
inspections-report-began = بداية الزيارة
inspections-report-ended = نهاية الزيارة
inspections-report-checked = البنود التي فُحصت
inspections-report-checked-of = { $all ->
    [zero] لم يُفحص شيء
    [one] { $good } من بند واحد سليم
    [two] { $good } من بندين سليم
    [few] { $good } من { $all } بنود سليم
    [many] { $good } من { $all } بندًا سليم
   *[other] { $good } من { $all } بند سليم
}
inspections-report-findings = ما وُجد
inspections-report-nothing = لم يوجد ما يخالف الأصول.
inspections-report-what = المخالفة
inspections-report-law = القانون
inspections-report-article = { $law }، المادة { $number }: { $what }
inspections-report-not-true = ليس كذلك: { $statement }
inspections-report-measures = ما فُرض
inspections-report-no-measure = لم يُفرض أي إجراء.
inspections-report-for = عن المخالفة
inspections-report-by = حتى
inspections-report-asked = المطلوب
inspections-report-object-title = إذا لم توافق
inspections-report-object = يمكنك الاعتراض خطيًا لدى المكتب المذكور أعلاه، مع رقم هذا التقرير ومستنداتك. ويبتّ في الاعتراض شخص لم يقم بالزيارة. ولا يؤجّل الاعتراض ما فُرض بسبب خطر.
inspections-report-no-reprisal = لا يجوز فصل أحد أو نقله أو تهديده أو الإضرار به بسبب هذه الزيارة أو بسبب ما قيل للمفتش.
inspections-report-for-employer = عن صاحب العمل
inspections-error-long = 4000 حرف على الأكثر.
inspections-error-number = اكتب رقمًا.
inspections-error-days = أيام أكثر مما يسمح به هذا الإجراء.
inspections-error-answer = اختر جوابًا لكل بند.
inspections-error-seen = اكتب ماذا رأيت.
inspections-error-no-finding = الإجراء يحتاج إلى مخالفة: لم يُجَب عن البند بـ«غير سليم».
inspections-error-interviews = اكتب عدد العمال الذين تحدثت معهم؛ 0 إذا لم يكن أحد.
inspections-error-found-day = لا يمكن أن يكون أحد هناك في ذلك اليوم: هو قبل التخطيط للزيارة أو في المستقبل، أو هو اليوم المسجل نفسه.
inspections-error-day-later = لا يذكر يوماً لاحقاً إلا من لم يكن هناك: مخطط الزيارات أو المشرف.
inspections-error-state = لا يمكن ذلك في الحالة الحالية.
inspections-error-time = حدّد يومًا ووقتًا في المستقبل.
inspections-error-request = أحد الطلبات لم يعد في المجمَّع أو يخص مكتبًا آخر.
inspections-error-hours = لا تتسع هذه الساعات لزيارة من ساعتين، أو اليوم مضى.
inspections-error-routine = الأماكن الأخرى في هذا المكتب أقل من أن تكفي لزيارات روتينية بجانب الطلبات. اختر طلبات أقل أو أضف منشآت.
inspections-error-no-team = ليس كل من يلزم متفرغًا وبلا تضارب مصالح خلال 21 يومًا. اختر ساعات أخرى أو طلبات أقل.
inspections-error-team = اختر مفتشين من هذا المكتب.
inspections-error-conflict = لدى أحدهم تضارب مصالح مع هذا المكان ولا يمكنه الذهاب.
inspections-error-own-conflict = أعلنتَ تضارب مصالح مع هذا المكان. سيذهب شخص آخر.
inspections-error-taken = أحدهم غائب أو في زيارة أخرى في ذلك الوقت.
inspections-error-two = يذهب شخصان إلى هناك؛ وإلى المنزل رجل وامرأة.
inspections-error-approver = يوافق على هذا شخص آخر: من الدور المذكور، وممن لم يكونوا هناك.
inspections-error-order = اذكر الأمر القضائي: بينها منزل.
inspections-routine = الزيارات الروتينية
inspections-routine-hint = كم زيارة على الأقل. إذا تُرك فارغًا: بعدد الطلبات، واثنتان في كل حال.

# ما ينظر إليه المفتش في كل زيارة من دون أن يسأل أحدًا.
inspections-sights = ما يُرى من دون سؤال
inspections-sights-hint = هو نفسه في كل زيارة، ولا يحتاج أحد إلى الكلام. لا يصل إلى أحد في مكان العمل ولا يرد في أي تقرير، ولا يقرؤه ثانية إلا من كان هناك. وما تتعذر رؤيته قد يكون موجودًا.
inspections-sight-yes = نعم، موجود
inspections-sight-no = نظرت، وليس موجودًا
inspections-sight-not-seen = تعذرت رؤيته
inspections-sight-urgent = «نعم» تعني أن أحدًا قد يكون في خطر الآن. احفظ فورًا: ينظر فيه شخص خلال ساعة. وعند خطر في هذه الدقيقة اتصل برقم الخطر.
inspections-interview = مقابلة العاملين
