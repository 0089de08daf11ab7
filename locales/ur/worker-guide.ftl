# The public pages: rights, offices, search.
guide-title = کام پر اپنے حق جانیں
guide-lead = آسان الفاظ میں، مفت۔ جو بات ابھی کسی وکیل نے نہیں دیکھی، وہ قانون کہہ کر نہیں دکھائی جاتی: وہاں لکھا ہے “ہم سے پوچھیں”۔
guide-search = کیا ڈھونڈنا ہے؟
guide-search-go = ڈھونڈیں
guide-found = یہ ملا
guide-found-nothing = ان الفاظ سے کچھ نہیں ملا۔ کوئی اور لفظ لکھیں، یا ہم سے پوچھیں۔
guide-topics = سب صفحے
guide-ask = اس کے بارے میں ہم سے پوچھیں۔ پیسے نہیں لگتے۔
guide-ask-write = ہمیں لکھیں
guide-tell-us = کیا ہوا، ہمیں بتائیں
guide-cited = سال { $year } کا قانون { $law }، دفعہ { $article }
guide-hours = { $hours ->
    [one] { $hours } گھنٹا
   *[other] { $hours } گھنٹے
}
guide-weeks = { $weeks ->
    [one] { $weeks } ہفتہ
   *[other] { $weeks } ہفتے
}
guide-months = { $months ->
    [one] { $months } مہینہ
   *[other] { $months } مہینے
}
guide-years = { $years ->
    [one] { $years } سال
   *[other] { $years } سال
}
guide-working-days = { $days ->
    [one] { $days } کام کا دن
   *[other] { $days } کام کے دن
}
guide-offices-title = دفتر اور کھلنے کا وقت
guide-offices-lead = کاغذات کے بغیر اور نام بتائے بغیر آ سکتے ہیں۔
guide-offices-where = دفتر کہاں ہیں
guide-hours-title = کھلنے کا وقت
guide-hours-now = ان دنوں
guide-hours-shut = بند
guide-lines-title = ٹیلی فون
guide-line-always = دن رات
guide-office-everywhere = پورا ملک
guide-office-serves = کن جگہوں کے لیے
guide-office-address = پتا
guide-office-way = کیسے پہنچیں
guide-office-phone = نمبر
guide-office-languages = یہاں بولی جانے والی زبانیں
guide-office-no-address = پتا ابھی یہاں نہیں ہے۔ جانے سے پہلے ہم سے پوچھیں۔
guide-committee = کمیٹی: اعداد اور رپورٹیں
guide-percent = { $number } %
guide-hours-days = { $from } – { $to }
guide-hours-from-to = { $from } – { $to }
