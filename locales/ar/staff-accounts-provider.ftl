# الدخول عبر جهة أخرى.
accounts-provider-title = الدخول من موقع آخر
accounts-provider-lead = يمكنك أيضًا الدخول عبر «{ $provider }». لذلك اربط حسابك هناك بهذا الحساب مرة واحدة. تبقى كلمة السر والرمز صالحين.
accounts-provider-linked = حسابك هناك مربوط منذ { $since }.
accounts-provider-last = آخر استعمال { $last }.
accounts-provider-link = ربط حسابي هناك
accounts-provider-unlink = فك الربط
accounts-provider-leave = ستغادر هذا الموقع الآن لتسجل الدخول هناك. ثم تعود ويكون الحسابان مربوطين.
accounts-provider-go = متابعة: { $provider }
accounts-provider-away = الموقع الآخر لا يجيب الآن. ادخل باسمك وكلمة السر والرمز.
accounts-provider-refused = لم يخبرنا الموقع الآخر من أنت. حاول مرة أخرى، أو ادخل باسمك وكلمة السر والرمز.
accounts-provider-not-begun = لم يبدأ هذا الدخول في هذا المتصفح، أو استغرق وقتًا طويلًا. ابدأ من جديد.
accounts-provider-unknown = لا يوجد هنا حساب مفتوح مربوط بحسابك هناك. ادخل باسمك وكلمة السر والرمز، ثم اربطه في صفحة حسابك.
accounts-provider-taken = حسابك هناك مربوط بشخص آخر هنا. اسأل مسؤول النظام.
accounts-second-title = خطوة أخيرة
accounts-second-lead = الموقع الآخر يعرفك. بقي رمز تطبيق المصادقة.
accounts-error-code = الرمز غير صحيح. يعمل الرمز مرة واحدة: انتظر الرمز التالي.
