# الأرقام بحسب تعريفات الحزمة.
statistics-title = الأرقام
statistics-period = الفترة
statistics-period-30 = آخر 30 يومًا
statistics-period-90 = آخر 90 يومًا
statistics-period-month = هذا الشهر
statistics-period-days = من يوم إلى يوم
statistics-from = من
statistics-to = إلى، واليوم محسوب
statistics-office = المكتب
statistics-all-offices = كل المكاتب
statistics-count = احسب
statistics-days = من { $from } إلى { $to }
statistics-counted = حُسبت { $at }
statistics-download = تنزيل كجدول
statistics-figure = الرقم
statistics-unit = وحدة العد
statistics-unit-cases = حالات، كل واحدة مرة
statistics-unit-steps = خطوات، في كل مرة
statistics-unit-sum = مجموع
statistics-number = العدد
statistics-definition = التعريف
statistics-all = الكل
statistics-not-said = غير مذكور
statistics-few = { $count ->
    [zero] لا شيء
    [one] أقل من { $count }
    [two] أقل من { $count }
    [few] أقل من { $count }
    [many] أقل من { $count }
   *[other] أقل من { $count }
}
statistics-cohort = ما آلت إليه الشكاوى المستلمة
statistics-cohort-definition = الشكاوى المستلمة خلال الفترة كما هي الآن. كل واحدة إما مفتوحة وإما مغلقة بنتيجة واحدة فقط، ولذلك يساوي مجموع الأسطر أدناه عدد المستلم دائمًا.
statistics-cohort-chart = المفتوحة والمغلقة بحسب النتيجة
statistics-received = المستلمة
statistics-closed = المغلقة:
statistics-open = المفتوحة
statistics-section-receipt = الاستلام
statistics-section-acknowledgement = اطلاع موظف
statistics-section-conversation = الرسائل والترجمات
statistics-section-screening = الفحص
statistics-section-referral = الإحالة
statistics-section-inspection = التفتيش
statistics-section-closing = الإغلاق
statistics-channel-web = الصفحات
statistics-channel-api = برامج أخرى
statistics-channel-hotline = الخط الساخن
statistics-channel-counter = شباك المراجعين
statistics-in-time-yes = في الوقت
statistics-in-time-no = متأخرة
statistics-by-officer = موظف المكتب
statistics-by-duty = المناوب
statistics-consent-given = أُعطيت
statistics-consent-refused = رُفضت
statistics-consent-withdrawn = سُحبت
statistics-answer-accepted = قُبلت
statistics-answer-declined = رُفضت
statistics-measure-advice = نصيحة
statistics-measure-warning = إنذار
statistics-measure-infringement-notice = ضبط مخالفة
statistics-measure-stop-work = وقف العمل
statistics-measure-closure-recommendation = توصية بالإغلاق
statistics-measure-court-referral = إحالة إلى المحكمة
statistics-undivided = غير مقسم: لا يحق لك فتح الحالات التي وراءه، وقد يدل العدد الصغير على شخص بعينه.
statistics-small = الأرقام محسوبة من السجل وحده. وحيث لا يحق لك فتح الحالات التي وراء الرقم، لا تظهر الأعداد التي قد تدل على شخص بعينه. لا تنشر هذه الصفحة: أُعدت للعمل داخل الجهة.
statistics-error-day = اكتب يومًا، مثل 2026-11-24.
statistics-error-order = تنتهي الفترة قبل أن تبدأ.
statistics-error-long = الفترة طويلة جدًا: أحد عشر عامًا على الأكثر.
statistics-channel-phone = الهاتف
statistics-channel-partner = الشركاء
statistics-channel-visit = الزيارات
