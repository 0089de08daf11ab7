# البحث.

casework-search = بحث
casework-search-for = رقم شكوى أو رقم هاتف أو صاحب عمل
casework-search-hint = رقم مثل C-26-7KQ4M2-X؛ أو رقم هاتف كامل، للعامل أو لصاحب العمل؛ أو اسم، بالعربية أو بالأحرف اللاتينية.
casework-search-state = الحالة
casework-search-button = ابحث
casework-search-words = ما يرويه الناس لا يمكن البحث فيه. كلماتهم وأسماؤهم وعناوينهم مختومة، كي لا يتصيد أحدٌ مَن اشتكى. وكل بحث يُسجَّل.
casework-search-as-reference = بُحث عنه كرقم شكوى
casework-search-as-phone = بُحث عنه كرقم هاتف: لا يُعثر إلا على الرقم كاملًا
casework-search-as-employer = بُحث عنه كاسم صاحب عمل، بالخطين
casework-search-as-codes = كل ما هو من هذا النوع وهذه الحالة ويحق لك أن تراه
casework-search-empty = لم يُعثر على شيء يحق لك أن تراه.
casework-search-complaints = الشكاوى
casework-search-workplaces = أصحاب العمل وأماكن العمل
casework-search-work = الأعمال
casework-search-error-long = اكتب ٢٠٠ حرف على الأكثر
