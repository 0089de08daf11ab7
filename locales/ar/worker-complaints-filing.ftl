# Filing: reading over, reaching her, codes that were renewed.
complaints-error-filer = لا يختار هذا إلا من يسجّل الدخول هنا.
complaints-change = تغيير
complaints-contact-kept = اترك هذا فارغًا ليبقى ما أعطيته من قبل.
complaints-safe-word-forget = لا أريد كلمة أمان بعد الآن
complaints-code-renewed = هل أعطاك المكتب رمزًا جديدًا؟ إذن لا يعمل إلا الجديد. إن لم يكن معك، اطلب أن نتصل بك أو اذهب إلى مكتب عمل. نحن نساعدك.
complaints-evidence-filer-lead = يمكنك أن تضيف صورًا أو أوراقًا أو تسجيلات للعامل. لا يمكنك فتحها هنا مرة أخرى.
complaints-evidence-filer-count = الملفات التي أضفتها: { $number }
complaints-group-secret = هل يجوز أن يعرف صاحب العمل من هو؟
complaints-group-secret-anonymous = لا، ومن دون اسم
complaints-group-claims = أي أجر ينقص هذا العامل؟
