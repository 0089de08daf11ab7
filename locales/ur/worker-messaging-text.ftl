# Text messages. Others may read them: they tell nothing, ask for nothing, and fit into two.
messaging-text-arrived = آپ نے جو بھیجا وہ پہنچ گیا ہے۔ جواب دینے کی ضرورت نہیں۔
messaging-text-news = جہاں آپ نے پہلے لکھا تھا وہاں آپ کے لیے کچھ نیا ہے۔ جب مناسب ہو پڑھ لیں۔ جواب دینے کی ضرورت نہیں۔
messaging-text-reminder = یاد دہانی: جہاں آپ نے پہلے لکھا تھا وہاں آپ کے پڑھنے کے لیے کچھ ہے۔ جواب دینے کی ضرورت نہیں۔
messaging-text-received = آپ کا پیغام پہنچ گیا ہے۔ ایک شخص اسے پڑھے گا۔
messaging-text-genuine = جی ہاں، یہ نمبر ہمارا ہے۔
messaging-text-not-genuine = نہیں، یہ نمبر ہمارا نہیں ہے۔ پیسے یا کاغذات نہ دیں۔
# What a person may text to us, one by one with commas between: to get nothing more, to get messages again, and to
# say that the phone is hers alone.
messaging-words-stop = بند, بند کرو, بند کریں, روکو, روکیں
messaging-words-start = شروع
messaging-words-mine = میرا فون
