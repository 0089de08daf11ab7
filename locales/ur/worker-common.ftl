# وہ الفاظ جو کام کرنے والوں کے ہر صفحے پر آتے ہیں۔ عملے کے صفحے بھی انھیں لے سکتے ہیں۔

common-product = حقّی
common-product-meaning = “میرا حق”
common-quick-exit = ابھی باہر نکلیں
common-quick-exit-hint = یہ صفحہ بند ہوگا اور کوئی دوسرا عام صفحہ کھل جائے گا۔
common-danger-call = خطرہ ہے؟ فون کریں: { $number }
common-call-us = کسی سے بات کریں: { $number }
common-back = پیچھے جائیں
common-next = آگے
common-continue = جاری رکھیں
common-send = بھیجیں
common-save = محفوظ کریں
common-cancel = رہنے دیں
common-change = بدلیں
common-close = بند کریں
common-yes = ہاں
common-no = نہیں
common-unknown = مجھے نہیں پتا
common-optional = چاہیں تو خالی چھوڑ دیں
common-listen = سنیں
common-print = چھاپیں
common-home = پہلا صفحہ
common-skip-link = سیدھے خاص حصے پر جائیں
common-language-label = اپنی زبان چنیں
common-footer-free = یہ سروس مفت ہے۔ اس کے لیے آپ سے کوئی پیسے نہیں مانگ سکتا۔
common-footer-private = یہ صفحہ آپ کے مالک کو نہیں بتاتا کہ آپ کون ہیں۔
common-demo-mark = یہ صرف دکھانے کے لیے ہے: یہاں کچھ بھی اصلی نہیں، اور آپ جو بھیجیں اسے کوئی نہیں پڑھتا۔

common-error-title = کچھ ٹھیک نہیں ہے
common-error-prefix = غلطی:
common-error-summary-intro = ان جوابوں کو ایک بار پھر دیکھیں:
common-error-required = اس سوال کا جواب دیں۔
common-error-choose = کوئی ایک جواب چنیں۔
common-error-too-long = { $max ->
    [one] یہ بہت لمبا ہے۔ زیادہ سے زیادہ { $max } حرف لکھیں۔
   *[other] یہ بہت لمبا ہے۔ زیادہ سے زیادہ { $max } حرف لکھیں۔
}
common-error-invalid = یہ جواب ہم سے پڑھا نہیں گیا۔ اسے کسی اور طرح لکھیں۔

common-problem-not-found-title = یہ صفحہ یہاں نہیں ہے
common-problem-not-found = پتا پھر دیکھ لیں، یا پہلے صفحے سے دوبارہ شروع کریں۔
common-problem-too-large-title = یہ ایک بار میں بہت زیادہ ہے
common-problem-too-large = آپ کی تحریر یا فائل بہت بڑی ہے۔ پیچھے جائیں، چھوٹا کریں اور پھر بھیجیں۔ آپ کا لکھا وہیں موجود ہے۔
common-problem-forbidden-title = یہ صفحہ آپ نہیں کھول سکتے
common-problem-forbidden = یہ صفحہ کسی اور کے لیے ہے۔ پہلے صفحے سے دوبارہ شروع کریں۔
common-problem-expired-title = یہ فارم بہت دیر کھلا رہا
common-problem-expired = آپ کی حفاظت کے لیے فارم کچھ ہی دیر چلتا ہے۔ آپ کے جواب یہیں ہیں۔ پھر سے بھیج دیں۔
common-problem-try-again-title = ہماری طرف کچھ گڑبڑ ہو گئی
common-problem-try-again = اس میں آپ کی غلطی نہیں ہے۔ ایک منٹ رک کر پھر کوشش کریں۔ جلدی ہو تو ہمیں فون کریں۔
common-problem-method-title = یہ صفحہ ایسے نہیں کھلتا
common-problem-method = پیچھے جائیں اور صفحے کے بٹن دبائیں۔
common-problem-too-many-title = بہت بار کوشش ہو چکی ہے
common-problem-too-many = کچھ منٹ رکیں، پھر کوشش کریں۔ خطرہ ہو تو ابھی فون کریں۔
common-problem-bad-request-title = جو بھیجا گیا، ہم سے پڑھا نہیں گیا
common-problem-bad-request = پیچھے جائیں، اپنے جواب دیکھیں اور پھر بھیجیں۔

common-money = { $amount } { $currency }
common-duration-moment = ایک منٹ سے کم
common-duration-minutes = { $minutes } منٹ
common-duration-hours = { $hours ->
    [one] { $hours } گھنٹہ
   *[other] { $hours } گھنٹے
}
common-duration-hours-minutes = { $hours ->
    [one] { $hours } گھنٹہ { $minutes } منٹ
   *[other] { $hours } گھنٹے { $minutes } منٹ
}
common-duration-days = { $days ->
    [one] { $days } دن
   *[other] { $days } دن
}
common-duration-days-hours = { $days ->
    [one] { $days } دن { $hours } گھنٹے
   *[other] { $days } دن { $hours } گھنٹے
}
common-duration-left = { $duration } باقی
common-duration-late = { $duration } کی دیر
