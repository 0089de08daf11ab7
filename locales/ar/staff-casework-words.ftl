# من لم تستطع الاحتفاظ بشيء تتصل: كلمتاها ورمز جديد. وما حدث لإيصال.
accounts-nav-words = كلمات لرمز
casework-words-title = كلمتاها لرمز جديد
casework-words-lead = للعاملة أو العامل ممن لم يستطع الاحتفاظ بشيء. اسأل على انفراد عن الكلمتين المختارتين. إن توافقتا فقل الرقم والرمز الآن: يظهران مرة واحدة، والرمز السابق لم يعد يعمل. تُسجَّل المحاولات الصحيحة والخاطئة.
casework-words-first = الكلمة الأولى
casework-words-second = الكلمة الثانية
casework-words-day = يوم الكتابة
casework-words-day-hint = فقط إن كان اليوم معروفًا؛ يُنظر في ثلاثة أيام قبله وبعده.
casework-words-check = تحقق من الكلمتين
casework-words-found = الكلمتان صحيحتان. قل هذا على انفراد، واطلب تكراره.
casework-words-error-shape = كلمتان مختلفتان، في كل منهما ثلاثة أحرف أو أكثر.
casework-words-error-unknown = لا توافق هاتان الكلمتان أي شكوى. اسأل مرة أخرى كيف قيلتا؛ الترتيب لا يهم.
casework-words-error-several = توافقان أكثر من شكوى. اسأل عن يوم الكتابة.
event-complaint-words-kept = اختيرت كلمات بدل حفظ الرمز
event-complaint-note-sent = أُرسل الرقم والرمز إلى بريدها الخاص
event-complaint-code-renewed = رمز جديد بعد التحقق من كلمتيها
