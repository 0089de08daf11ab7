# مكاتب غير المكتب نفسه.
accounts-reach = يصل إلى مكاتب
accounts-reach-own = مكتبه وحده
accounts-reach-hint = لمن يعمل لكل مكاتب محافظة. يُسجَّل خروجه ويدخل من جديد.
accounts-reach-also = يصل أيضًا إلى:
accounts-reach-set = تحديد
accounts-error-same-office = يوافق شخص من مكتب آخر، أو مسؤول حماية البيانات
