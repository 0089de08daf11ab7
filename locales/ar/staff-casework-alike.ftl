# القصة نفسها وأشخاص عدة: ما يتشابه، وهل تُعاقَب.

work-check-in = اسألها بأمان هل تُعاقَب
work-retaliation-seen = انظر هل تُعاقَب
casework-alike = القصة نفسها، الأشخاص أنفسهم؟
casework-alike-none = لم يُعثر على ما يشبهها.
casework-alike-cluster = { $many ->
    [zero] لا شكوى تتحدث عن مكان العمل هذا في الأسابيع الأخيرة.
    [one] شكوى واحدة تتحدث عن مكان العمل هذا في الأسابيع الأخيرة.
    [two] شكويان تتحدثان عن مكان العمل هذا في الأسابيع الأخيرة. كلتاهما أشد استعجالًا.
    [few] { $many } شكاوى تتحدث عن مكان العمل هذا في الأسابيع الأخيرة. كلها أشد استعجالًا.
    [many] { $many } شكوى تتحدث عن مكان العمل هذا في الأسابيع الأخيرة. كلها أشد استعجالًا.
   *[other] { $many } شكوى تتحدث عن مكان العمل هذا في الأسابيع الأخيرة. كلها أشد استعجالًا.
}
casework-alike-cluster-closed = { $many ->
    [zero] لا شكوى تتحدث عن مكان العمل هذا في الأسابيع الأخيرة.
    [one] شكوى واحدة تتحدث عن مكان العمل هذا في الأسابيع الأخيرة.
    [two] شكويان تتحدثان عن مكان العمل هذا في الأسابيع الأخيرة. هذه مغلقة.
    [few] { $many } شكاوى تتحدث عن مكان العمل هذا في الأسابيع الأخيرة. هذه مغلقة.
    [many] { $many } شكوى تتحدث عن مكان العمل هذا في الأسابيع الأخيرة. هذه مغلقة.
   *[other] { $many } شكوى تتحدث عن مكان العمل هذا في الأسابيع الأخيرة. هذه مغلقة.
}
casework-alike-more = { $many ->
    [zero] لا مزيد
    [one] شكوى أخرى
    [two] شكويان أخريان
    [few] { $many } شكاوى أخرى
    [many] { $many } شكوى أخرى
   *[other] { $many } شكوى أخرى
}
casework-alike-workplace-linked = مكان العمل نفسه
casework-alike-workplace-named = اسم صاحب العمل كله متشابه، في المحافظة نفسها
casework-alike-workplace-told = اسم صاحب العمل متشابه
casework-alike-workplace-place = المبنى نفسه
casework-alike-phone = الهاتف نفسه
casework-alike-employer-phone = هاتف صاحب العمل نفسه
casework-alike-words = نحو { $share } من النص متطابق
casework-alike-week = في الأسبوع نفسه
casework-alike-days = { $days ->
    [zero] في اليوم نفسه
    [one] بينهما يوم واحد
    [two] بينهما يومان
    [few] بينهما { $days } أيام
    [many] بينهما { $days } يومًا
   *[other] بينهما { $days } يوم
}
casework-alike-same-workplace = مكان العمل نفسه
casework-alike-gives-way = الشخص نفسه: تلك تستمر
casework-alike-goes-on = الشخص نفسه: هذه تستمر
casework-alike-decide = قل ما علاقة إحداهما بالأخرى
casework-alike-which = أي شكوى
casework-alike-other = أو شكوى أخرى برقمها
casework-alike-answer = ما هما
casework-alike-answer-kept-this = شخص واحد اشتكى مرتين؛ هذه الشكوى تستمر
casework-alike-answer-kept-other = شخص واحد اشتكى مرتين؛ الشكوى الأخرى تستمر
casework-alike-answer-same-workplace = أشخاص مختلفون من مكان عمل واحد: اجمعهما
casework-alike-answer-different = لا علاقة بينهما
casework-alike-kept-hint = لا يُحذف شيء. يبقى الرمزان صالحين، وتبقى المطالبات والمهل في مكانها.
casework-alike-known = كيف تعرف أنه شخص واحد
casework-alike-known-hint = فقط لشخص واحد اشتكى مرتين. الهاتف المشترك أو الكلمات المتطابقة لا تكفي.
casework-alike-known-codes = لديها رمزا الشكويين
casework-alike-known-met = قالت ذلك حين قوبلت وحدها
casework-alike-known-called = قالت ذلك على هاتف لها وحدها
casework-alike-error-known = قل كيف تعرف أنه شخص واحد
casework-alike-error-apart = لا يجوز أن تكون هاتان معًا
casework-alike-error-group = قُدمتا معًا عن أشخاص عدة: ليستا لشخص واحد
casework-alike-error-kept = تلك الشكوى تركت مكانها لأخرى من قبل
casework-alike-error-closed = إحداهما مغلقة لأنها قُدمت مرتين؛ افتحها أولًا
casework-error-nothing-kept = قل أولًا، تحت «القصة نفسها، الأشخاص أنفسهم؟»، أي شكوى للشخص نفسه تستمر
casework-check-in = هل تُعاقَب؟
casework-check-in-why = بعد الكلام مع صاحب العمل أو الكتابة إليه يسألها أحد في أيام محددة هل تُعاقَب على شكواها.
casework-check-in-contacted = جرى الاتصال بصاحب العمل: حدد الأيام
casework-check-in-unsafe = لا يُعرف طريق آمن للوصول إليها. لا يتصل بها أحد ولا يكتب: دوّن ما تقوله حين تأتي بنفسها، أو اطلب زيارة بين الزيارات المعتادة.
casework-check-in-until = قبل { $date }
casework-check-in-answer = نتيجة سؤالها
casework-check-in-hint = وحدها فقط، وبالطريقة التي قالت إنها آمنة فقط.
casework-check-in-note = كيف قوبلت وماذا قالت
casework-check-in-note-hint = يقرؤه المكتب وحده.
casework-check-in-well = لا تُعاقَب
casework-check-in-not-reached = لم يُوصل إليها
casework-check-in-punished = تُعاقَب أو تخاف ذلك
casework-check-in-unneeded = لا تريد أن تُسأل
casework-check-in-error-nothing = لا شيء ينتظر هنا بعد الآن
casework-retaliation-suspected = قد تُعاقَب على شكواها. انظر في الأمر قبل انتهاء مهلته.
casework-retaliation-found = ماذا وجدت
casework-retaliation-punished = تُعاقَب
casework-retaliation-not-found = لا علامة على ذلك
casework-retaliation-note = كيف عرفت، وما الذي يُفعل
casework-retaliation-note-hint = يقرؤه المكتب وحده. لا تسأل صاحب العمل.
event-complaint-clustered = عدة أشخاص يتحدثون عن مكان العمل هذا: أشد استعجالًا
event-complaint-compared = قورنت بشكوى تشبهها
event-complaint-check-ins-planned = حُددت أيام لسؤالها هل تُعاقَب
event-complaint-checked-in = سُئلت هل تُعاقَب
event-complaint-employer-contacted = جرى الاتصال بصاحب العمل
event-complaint-retaliation-suspected = قد تُعاقَب على شكواها
event-complaint-retaliation-looked-into = نُظر هل تُعاقَب
casework-queue-cluster = { $many ->
    [zero] مجموعة
    [one] مجموعة
    [two] مجموعة من شكويين
    [few] مجموعة من { $many } شكاوى
    [many] مجموعة من { $many } شكوى
   *[other] مجموعة من { $many } شكوى
}
