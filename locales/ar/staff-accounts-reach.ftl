# مكاتب غير المكتب نفسه.
accounts-reach = يصل إلى مكاتب
accounts-reach-own = مكتبه وحده
accounts-reach-hint = لمن يعمل لكل مكاتب محافظة. كل مكتب إضافي ينتظر شخصًا ثانيًا يقرأ هناك من قبل، وكل مكتب يُحذف يُحذف فورًا ويدخل الشخص من جديد.
accounts-reach-also = يصل أيضًا إلى:
accounts-trained = المقابلات مع العمال
accounts-trained-since = مدرَّب على مقابلة العمال؛ دُوِّن ذلك في { $at }.
accounts-trained-not = لم يُدوَّن أنه مدرَّب: لا يبدأ هذا الحساب أي مقابلة مع عامل.
accounts-trained-note = دوِّن أنه مدرَّب
accounts-trained-take-back = تراجع عن ذلك
accounts-reach-set = تحديد
accounts-error-same-office = يوافق شخص من مكتب آخر، أو مسؤول حماية البيانات
accounts-reach-nation = فوق المكاتب
accounts-person-waits-also = هذه المكاتب تنتظر شخصًا ثانيًا:
accounts-enable-lead = يُفتح الحساب بلا أدواره. يدخل صاحبه فيرى رمزًا يقوله لشخص ثانٍ، وهذا يعيد إليه أدواره.
accounts-own-waits-also = على شخص ثانٍ أن يؤكد ما ستحمله: الأدوار { $roles }، والمكاتب { $offices } أيضًا. قل له هذا الرمز وجهًا لوجه أو على رقم هاتف تعرفه، ولا تقله لغيره: { $code }
accounts-waiting-reach = مكاتب أخرى لحساب يحمل الأدوار
accounts-waiting-open = حساب كان مغلقًا، يُفتح من جديد بالأدوار
