# مترجم يعيد نصًا.
casework-back = إعادة النص
casework-back-why = لماذا تعيده؟
casework-back-hint = يأخذه مترجم آخر، ولا يعود إليك.
casework-back-conflict = أعرف شخصًا معنيًا، أو أعمل عند أحدهم، أو قدّمت شكوى عن أحدهم
casework-back-language = النص بلغة أو لهجة أخرى
casework-back-time = لا أستطيع إنجازه في الوقت
casework-back-button = إعادة النص
