# Reasons for leaving, and the days that start a clock.
leaving-hurt = ضرب أو تهديد
leaving-touched = تحرش جنسي
leaving-unsafe = عمل أو مكان خطر
leaving-other-work = عمل أو مكان غير المتفق عليه
leaving-no-pay = لم يُدفع لي
leaving-other = شيء آخر
start-left-work = يوم تركت العمل
start-dismissed = يوم فُصلت
start-claim-arose = يوم استحقاق المال
start-closed = يوم أُغلقت شكواك
deadline-reopening = افتح شكواك من جديد
deadline-objection = قل إنك لا توافق على النتيجة
