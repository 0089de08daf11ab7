# راستہ: مسودے اور جانچ، خطرہ، پیسے، رازداری، محفوظ رابطہ، اپنی زبان میں فون۔

web-drafted = اس زبان کے الفاظ ابھی مسودہ ہیں۔ جن کی یہ مادری زبان ہے، ان میں سے کسی نے ابھی تک انہیں نہیں دیکھا۔
web-drafted-report = کچھ غلط یا سمجھنے میں مشکل ہو تو ہمیں بتائیں
complaints-wording-title = کچھ غلط یا سمجھنے میں مشکل ہے
complaints-wording-lead = اپنی زبان کے دوسرے لوگوں کی مدد کریں۔ یہاں اپنے بارے میں کچھ نہ لکھیں: اس کا جواب کوئی نہیں دیتا۔
complaints-wording-shown = صفحے پر جیسا لکھا ہے
complaints-wording-better = آپ اسے کیسے کہیں گے؟
complaints-wording-done = شکریہ۔ کوئی اسے دیکھے گا۔

complaints-call-title = اپنی زبان جاننے والے سے بات کریں
complaints-call-why = اگر یہ باتیں صاف نہ ہوں تو آپ کی زبان جاننے والا کوئی فون کر کے سمجھا سکتا ہے۔
complaints-call-lead = نام بتانا ضروری نہیں۔ یہ شکایت نہیں ہے۔
complaints-call-number = فون نمبر
complaints-call-send = فون کرنے کو کہیں
complaints-call-done-title = آپ کو فون کیا جائے گا
complaints-call-done = آپ کے محفوظ وقت پر، { $time } سے پہلے آپ کو فون کیا جائے گا۔
complaints-call-error-alone = ہم صرف اس فون پر فون کرتے ہیں جو بس آپ کا ہو۔ ایسا نہ ہو تو دوسرا فون لیں، یا بعد میں آئیں۔

complaints-door-danger-hint = کسے فون کریں، اور ایک بٹن سے ہمیں کیسے بتائیں
complaints-danger-title = کیا آپ کو ابھی خطرہ ہے؟
complaints-danger-first = ہو سکے تو ابھی فون کریں:
complaints-danger-cannot = فون نہیں ہو سکتا؟
complaints-danger-promise = لال بٹن دبائیں۔ کچھ لکھنا ضروری نہیں۔ کوئی انسان { $time } سے پہلے اسے پڑھے گا۔
complaints-danger-where = آپ کہاں ہیں؟
complaints-danger-number = آپ کا فون نمبر، صرف اگر فون بس آپ کا ہو
complaints-danger-send = مجھے خطرہ ہے: دفتر کو ابھی بتائیں

complaints-learns-title = آپ کی بات کسے پتا چلے گی؟
complaints-learns = صرف اس پر کام کرنے والوں کو۔ ایک بات الگ ہے: اگر کسی کی جان جا سکتی ہے یا اسے بڑی چوٹ لگ سکتی ہے، یا کسی بچے کو تکلیف ہے، تو ہمیں انہیں بتانا پڑ سکتا ہے جو لوگوں کو بچاتے ہیں۔ محفوظ ہو تو پہلے آپ کو بتائیں گے۔
complaints-secret-can = آپ کون ہیں، یہ بتائے بغیر ہم کیا کر سکتے ہیں
complaints-secret-can-feasible = ہم کسی کا نام لیے بغیر کام کی پوری جگہ دیکھ سکتے ہیں۔ پھر بھی مالک اندازہ لگا سکتا ہے۔
complaints-secret-can-difficult = ہم آپ کا نام لیے بغیر شروع کر سکتے ہیں۔ مگر یہ بات کم لوگ جانتے ہیں، اس لیے مالک کو اندازہ ہو سکتا ہے کہ یہ آپ نے بتایا۔ بعد میں ہم آپ سے پوچھ سکتے ہیں کہ نام لے سکتے ہیں یا نہیں۔
complaints-secret-can-impossible = یہ صرف آپ کے بارے میں ہے۔ آپ کا نام لیے بغیر ہم مالک سے یہ نہیں پوچھ سکتے۔ پھر بھی ہم بتا سکتے ہیں کہ آپ کیا کر سکتے ہیں۔ نام تبھی لیں گے جب آپ ہاں کہیں۔
complaints-secret-anonymous-hint = جواب صرف یہیں، آپ کے کوڈ سے مل سکتا ہے۔
complaints-secret-open-hint = ہم مالک کو آپ کا نام بتا سکتے ہیں۔

complaints-claims = کون سی تنخواہ باقی ہے؟
complaints-claims-hint = صرف ہندسے لکھیں۔ جو پتا نہ ہو اسے خالی چھوڑ دیں۔
complaints-claim-month = مہینہ
complaints-claim-agreed = جتنی تنخواہ طے تھی
complaints-claim-paid = جتنی تنخواہ ملی
complaints-claim-nothing = کچھ نہ ملا ہو تو 0 لکھیں۔
complaints-claim-add = ایک اور مہینہ شامل کریں
complaints-claim-sum = کل باقی
complaints-error-amount = رقم ہندسوں میں لکھیں، جیسے 150 یا 150.50۔
complaints-error-month = اس تنخواہ کا مہینہ چنیں۔

complaints-channel-text = مجھے ایس ایم ایس بھیجیں
complaints-whose = فون یا ای میل کس کا ہے؟
complaints-whose-alone = صرف میرا
complaints-whose-seen = میرا، مگر دوسرے بھی دیکھتے ہیں
complaints-whose-trusted = کسی کا جس پر مجھے بھروسا ہے
complaints-whose-employer = مالک کا، یا کام پر کسی اور کا
complaints-never-call = کبھی فون نہ کریں
complaints-no-message = کوئی پیغام نہ چھوڑیں، نہ بھیجیں
complaints-safe-word = پہچان کا لفظ
complaints-safe-word-hint = آپ کی پسند کا ایک لفظ۔ فون کرنے والا پہلے یہی کہے گا، تو آپ جان لیں گے کہ ہم ہی ہیں۔
complaints-open-words = ای میل میں لکھا ہو سکتا ہے کہ بات کس بارے میں ہے
complaints-open-words-hint = ورنہ اس میں بس اتنا ہوگا کہ پڑھنے کے لیے کچھ ہے۔
complaints-error-never-call = آپ نے فون مانگا ہے، اور کبھی فون نہ کرنے کو بھی کہا ہے۔ ایک چنیں۔
complaints-error-mail = ای میل کا پتا name@example.com جیسا ہوتا ہے۔ پھر سے دیکھیں۔

messaging-arrived-open-subject = آپ کی شکایت پہنچ گئی
messaging-arrived-open-body = کام کے بارے میں آپ کی شکایت پہنچ گئی۔ کوئی انسان اسے پڑھے گا۔ جواب آپ اپنے نمبر اور کوڈ سے پڑھ سکتے ہیں۔ مہربانی کر کے اس ای میل کا جواب نہ دیں۔
messaging-news-open-subject = آپ کی شکایت کے بارے میں نئی بات
messaging-news-open-body = کام کے بارے میں آپ کی شکایت پر نئی بات ہے۔ آپ اسے اپنے نمبر اور کوڈ سے پڑھ سکتے ہیں۔ مہربانی کر کے اس ای میل کا جواب نہ دیں۔
