# كلمات تستعملها كل صفحات العامل، وقد تستعملها صفحات الموظفين أيضًا.

common-product = حقّي
common-product-meaning = «هذا من حقّي»
common-quick-exit = غادر الصفحة الآن
common-quick-exit-hint = تُغلَق هذه الصفحة وتُفتَح صفحة أخرى لا تدل على شيء.
common-danger-call = هل أنت في خطر؟ اتصل بالرقم { $number }
common-call-us = للحديث مع شخص منّا: { $number }
common-back = رجوع
common-next = التالي
common-continue = متابعة
common-send = إرسال
common-save = حفظ
common-cancel = إلغاء
common-change = تغيير
common-close = إغلاق
common-yes = نعم
common-no = لا
common-unknown = لا أعرف
common-optional = يمكنك أن تترك هذا فارغًا
common-listen = استمع
common-print = اطبع
common-home = الصفحة الأولى
common-skip-link = انتقل إلى الجزء الرئيسي
common-language-label = اختر لغتك
common-footer-free = هذه الخدمة مجانية. لا يحق لأحد أن يطلب منك مالًا مقابلها.
common-footer-private = لا تُخبر هذه الصفحة صاحب العمل بمن تكون.
common-demo-mark = نسخة للتجربة: لا شيء هنا حقيقي، ولا أحد يقرأ ما ترسله.

common-error-title = هناك مشكلة
common-error-prefix = خطأ:
common-error-summary-intro = نرجو أن تراجع هذه الإجابات:
common-error-required = نرجو أن تجيب عن هذا السؤال.
common-error-choose = نرجو أن تختار واحدة من الإجابات.
common-error-too-long = { $max ->
    [zero] هذا النص طويل. الحد الأقصى { $max } حرف.
    [one] هذا النص طويل. الحد الأقصى حرف واحد.
    [two] هذا النص طويل. الحد الأقصى حرفان.
    [few] هذا النص طويل. الحد الأقصى { $max } أحرف.
    [many] هذا النص طويل. الحد الأقصى { $max } حرفًا.
   *[other] هذا النص طويل. الحد الأقصى { $max } حرف.
}
common-error-invalid = لم نتمكن من قراءة هذه الإجابة. نرجو أن تكتبها بطريقة أخرى.

common-problem-not-found-title = هذه الصفحة غير موجودة
common-problem-not-found = تأكد من العنوان، أو ابدأ من جديد من الصفحة الأولى.
common-problem-too-large-title = هذا أكبر مما نستطيع استلامه دفعة واحدة
common-problem-too-large = النص أو الملف كبير جدًا. ارجع واختصره ثم أرسله مرة أخرى. كلامك ما زال محفوظًا هناك.
common-problem-forbidden-title = لا يمكنك فتح هذه الصفحة
common-problem-forbidden = هذه الصفحة لشخص آخر. ابدأ من جديد من الصفحة الأولى.
common-problem-expired-title = مرّ وقت طويل على هذه الصفحة
common-problem-expired = من أجل سلامتك، تبقى الصفحة صالحة لمدة محدودة فقط. إجاباتك ما زالت هنا، نرجو أن ترسلها مرة أخرى.
common-problem-try-again-title = حدث خلل عندنا
common-problem-try-again = لم يكن الخطأ منك. نرجو أن تنتظر دقيقة ثم تحاول مرة أخرى. وإذا كان الأمر عاجلًا فاتصل بنا.
common-problem-method-title = لا تُفتَح هذه الصفحة بهذه الطريقة
common-problem-method = ارجع واستعمل الأزرار الموجودة في الصفحة.
common-problem-too-many-title = محاولات كثيرة
common-problem-too-many = نرجو أن تنتظر بضع دقائق ثم تحاول مرة أخرى. وإذا كنت في خطر فاتصل الآن.
common-problem-bad-request-title = لم نتمكن من قراءة ما وصلنا
common-problem-bad-request = ارجع وراجع إجاباتك ثم أرسلها مرة أخرى.

common-money = { $amount } { $currency }
common-duration-moment = أقل من دقيقة
common-duration-minutes = { $minutes } د
common-duration-hours = { $hours } س
common-duration-hours-minutes = { $hours } س و{ $minutes } د
common-duration-days = { $days ->
    [zero] { $days } يوم
    [one] يوم واحد
    [two] يومان
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
}
common-duration-days-hours = { $days ->
    [zero] { $days } يوم و{ $hours } س
    [one] يوم و{ $hours } س
    [two] يومان و{ $hours } س
    [few] { $days } أيام و{ $hours } س
    [many] { $days } يومًا و{ $hours } س
   *[other] { $days } يوم و{ $hours } س
}
common-duration-left = الوقت المتبقي: { $duration }
common-duration-late = تأخير: { $duration }
