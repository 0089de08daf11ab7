# Reasons for leaving, and the days that start a clock.
leaving-violence = ضرب أو تهديد
leaving-harassment = تحرش جنسي
leaving-danger = عمل أو مكان خطر
leaving-other-job = عمل أو مكان غير المتفق عليه
leaving-wage-cut = خُفّض أجري
leaving-not-paid = لم يُدفع لي
leaving-papers-kept = جوازي أو أوراقي محتجزة
leaving-other = شيء آخر
start-left-work = يوم تركت العمل
start-dismissed = يوم فُصلت
start-last-day-worked = آخر يوم لك في العمل
start-claim-arose = يوم استحقاق المال
start-penalty-notified = يوم أُبلغت بعقوبة
start-closed = يوم أُغلقت شكواك
deadline-reopening = افتح شكواك من جديد
deadline-objection = قل إنك لا توافق على النتيجة
