# ما قد يوجد في إعلان.
advert-fee-from-worker = رسوم أو تكاليف تُطلب من العامل
advert-debt-or-advance = دين أو سلفة أو اقتطاع
advert-papers-taken = جواز أو أوراق تُرسل أو تُسلَّم
advert-person-offered = شخص معروض للتنازل أو البيع
advert-runaway-wording = كلام عن هروب أو مكافأة أو تأمين ضده
advert-child-wanted = يُطلب من هو دون الثامنة عشرة
advert-freedom-limited = بلا راحة أو هاتف أو خروج
advert-no-permit-or-contract = عمل بلا تصريح أو عقد
advert-too-good = وعد أفضل مما يُعقل لهذا العمل
advert-personal-demand = الجنس أو العمر أو الحالة العائلية شرط
advert-nationality-demand = الجنسية أو الأصل شرط
advert-looks-demand = المظهر أو الصورة شرط
advert-hidden-employer = صاحب العمل غير مذكور، والتواصل بالرسائل فقط
advert-work-abroad = وعد بعمل في الخارج
