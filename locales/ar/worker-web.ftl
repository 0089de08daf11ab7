# كلمات الإطار حول كل صفحة.
web-patterns-title = الأنماط
web-patterns-lead = كل جزء تُبنى منه الصفحات، مرة واحدة.
web-patterns-field = سؤال
web-patterns-clocks = الوقت الباقي
web-patterns-chart = أرقام
web-patterns-empty = لا يوجد شيء هنا بعد.
web-patterns-icons = الأيقونات
web-problem-unauthorized-title = من فضلك عرِّف بنفسك
web-problem-unauthorized = يحتاج هذا الباب إلى مفتاح صالح. اطلبه من مدير النظام.
web-problem-conflict-title = تغيَّر هذا في هذه الأثناء
web-problem-conflict = لم يُحفظ شيء. افتح الصفحة من جديد، وانظر إلى الجديد، ثم قرِّر مرة أخرى.
web-problem-unprocessable-title = بعض الأجوبة لا يمكن استعمالها كما هي
web-problem-unprocessable = انظر إلى الخانات المذكورة هنا، وصحِّحها، ثم أرسلها مرة أخرى.
web-problem-expired-title = مرّ وقت طويل على هذه الصفحة
web-problem-expired = لم يُحفظ شيء. انسخ ما كتبته، ثم افتح الصفحة من جديد وأرسله.
web-problem-kept = ما كتبته
web-error-shape = لا يمكن قراءة هذا كما هو.
