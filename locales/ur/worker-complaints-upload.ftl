complaints-upload-going = بھیجا جا رہا ہے
complaints-upload-stopped = رک گیا: کنکشن نہیں ہے۔ یہ خود پھر چلے گا۔
complaints-upload-checking = سب آ گیا۔ اب ہم اسے دیکھ رہے ہیں۔
complaints-upload-again = اگر یہ صفحہ بند ہو جائے تو یہاں واپس آ کر وہی فائل چنیں: جہاں رکا تھا وہیں سے چلے گا۔
complaints-problem-upload-title = فائل پوری نہیں آئی
complaints-problem-upload = واپس جا کر فائل دوبارہ چنیں۔ جہاں رکا تھا وہیں سے چلے گا۔
