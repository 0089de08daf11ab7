# Filing: reading over, reaching her, codes that were renewed.
complaints-error-filer = یہ صرف وہ لوگ چن سکتے ہیں جو یہاں سائن اِن کرتے ہیں۔
complaints-change = بدلیں
complaints-contact-kept = پہلے جو دیا تھا، وہی رکھنا ہو تو اسے خالی چھوڑیں۔
complaints-safe-word-forget = مجھے اب پہچان کا لفظ نہیں چاہیے
complaints-code-renewed = کیا دفتر نے آپ کو نیا کوڈ دیا؟ تو اب صرف نیا کوڈ چلتا ہے۔ وہ آپ کے پاس نہ ہو تو ہم سے فون کرنے کو کہیں یا لیبر آفس جائیں۔ ہم مدد کریں گے۔
complaints-evidence-filer-lead = آپ کام کرنے والے کے لیے تصویریں، کاغذ یا ریکارڈنگ شامل کر سکتے ہیں۔ یہاں آپ انہیں دوبارہ نہیں کھول سکتے۔
complaints-evidence-filer-count = آپ کی شامل کی ہوئی فائلیں: { $number }
complaints-group-secret = کیا مالک کو پتا چل سکتا ہے کہ یہ کون ہے؟
complaints-group-secret-anonymous = نہیں، اور کوئی نام نہیں دیا جاتا
complaints-group-claims = اس کام کرنے والے کی کون سی تنخواہ باقی ہے؟
