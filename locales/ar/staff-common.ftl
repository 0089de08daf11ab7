# كلمات تستعملها كل صفحات الموظفين، إلى جانب ما في worker-common.ftl.

staff-sign-out = تسجيل الخروج
staff-menu = القائمة الرئيسية
staff-search = بحث
staff-filter = تصفية
staff-show-all = عرض الكل
staff-none = لا يوجد
staff-choose = اختر
staff-filer-self = العامل
staff-per-cent = { $number }٪
staff-not-recorded = غير مسجَّل
staff-details = التفاصيل
staff-history = السجل الزمني
staff-actions = الإجراءات
staff-reason = السبب
staff-reason-hint = اكتبه بحيث يفهمه زميل بعد سنة، ومن دون أسماء أشخاص.
staff-error-reason = اكتب السبب بكلمات يفهمها زميل: ثمانية أحرف على الأقل، جملةً لا علامة.
staff-confirm = تأكيد
staff-items = { $count ->
    [zero] لا عناصر
    [one] عنصر واحد
    [two] عنصران
    [few] { $count } عناصر
    [many] { $count } عنصرًا
   *[other] { $count } عنصر
}
staff-page-of = الصفحة { $page } من { $pages }
staff-next-page = الصفحة التالية
staff-previous-page = الصفحة السابقة
staff-changed-title = غيّر شخص آخر هذا السجل في أثناء عملك
staff-changed = لم يُحفظ شيء. اطّلع على الحالة الأحدث ثم قرّر من جديد. ما كتبته ما زال هنا.
staff-read-recorded = قراءة هذا النص مسجَّلة.
