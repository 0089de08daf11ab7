# Reasons for leaving, and the days that start a clock.
leaving-violence = مار پیٹ یا دھمکی
leaving-harassment = جنسی ہراسانی
leaving-danger = خطرناک کام یا جگہ
leaving-other-job = طے سے الگ کام یا جگہ
leaving-wage-cut = تنخواہ کاٹ دی گئی
leaving-not-paid = تنخواہ نہیں ملی
leaving-papers-kept = پاسپورٹ یا کاغذات رکھ لیے گئے
leaving-other = کچھ اور
start-left-work = کام چھوڑنے کا دن
start-dismissed = کام سے نکالے جانے کا دن
start-last-day-worked = کام کا آخری دن
start-claim-arose = جس دن پیسہ ملنا تھا
start-penalty-notified = جس دن سزا کے بارے میں بتایا گیا
start-closed = جس دن شکایت بند ہوئی
deadline-reopening = شکایت پھر سے کھولیں
deadline-objection = کہیں کہ نتیجہ منظور نہیں
