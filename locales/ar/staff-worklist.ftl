# قائمة العمل: ما يجب إنجازه.

work-complaint-to-read = القراءة وتحديد الخطوة التالية
work-call-to-interpret = ترجمة مكالمة
work-translation = الترجمة
work-worker-message = الرد على رسالة العامل
work-first-assessment = التقييم الأول
work-decision = اتخاذ القرار
work-flag-safety = قرار السلامة
work-flag-merits = البتّ في الإشارة
work-consent-to-ask = طلب الموافقة
work-hand-over-to-send = إرسال التسليم
work-disclosure-to-approve = الموافقة على الكشف أو رفضه
work-hand-over-to-answer = الرد على التسليم
work-hand-over-answered = الاطلاع على رد الجهة
work-consent-withdrawn = سُحبت الموافقة: أخذ العلم
work-visit-pool = التخطيط للزيارة
work-visit-to-do = إجراء الزيارة
work-visit-report = إصدار التقرير
work-visit-result = الاطلاع على النتيجة
work-measure-to-follow = متابعة الإجراء
