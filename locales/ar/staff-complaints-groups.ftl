# Groups: rows from a spreadsheet, and several organisations for one workplace.
complaints-sheet-title = الصق صفوفًا من جدول
complaints-sheet-label = الصفوف كما تُنسخ من الجدول، أو CSV
complaints-sheet-hint = مع عناوين أو من دونها. الأعمدة: الاسم، الجنسية، اللغة، الهاتف، وقت الاتصال، العمر، السرية، الشهر، الأجر المتفق عليه، المدفوع، كلامه. شهر آخر للعامل نفسه يكون في صف تحته لا يُملأ فيه إلا الشهر والأجر.
complaints-sheet-read = ضع هذه الصفوف في النموذج
complaints-sheet-right =
    { $number ->
        [zero] خذ العمال الذين لا خطأ في صفوفهم ({ $number })
        [one] خذ العامل الذي لا خطأ في صفه ({ $number })
        [two] خذ العاملين اللذين لا خطأ في صفيهما ({ $number })
        [few] خذ { $number } عمال لا خطأ في صفوفهم
        [many] خذ { $number } عاملًا لا خطأ في صفوفهم
       *[other] خذ { $number } عامل لا خطأ في صفوفهم
    }
complaints-sheet-put =
    { $number ->
        [zero] لم يوضع أي عامل في النموذج ({ $number }).
        [one] وُضع عامل واحد في النموذج ({ $number }). راجعه ثم أرسل.
        [two] وُضع عاملان في النموذج ({ $number }). راجعهما ثم أرسل.
        [few] وُضع { $number } عمال في النموذج. راجعهم ثم أرسل.
        [many] وُضع { $number } عاملًا في النموذج. راجعهم ثم أرسل.
       *[other] وُضع { $number } عامل في النموذج. راجعهم ثم أرسل.
    }
complaints-sheet-row = الصف
complaints-sheet-fault = الصف { $row }، العمود { $column } ({ $name }): { $what }
complaints-sheet-name = الاسم؛ الاسم الكامل؛ العامل؛ اسم العامل
complaints-sheet-nationality = الجنسية؛ البلد
complaints-sheet-language = اللغة؛ يتكلم
complaints-sheet-phone = الهاتف؛ رقم الهاتف؛ الجوال؛ الموبايل
complaints-sheet-when = وقت الاتصال؛ الوقت الآمن
complaints-sheet-age = العمر؛ السن
complaints-sheet-secret = السرية
complaints-sheet-month = الشهر
complaints-sheet-agreed = الأجر المتفق عليه؛ المتفق عليه؛ الراتب؛ الأجر
complaints-sheet-paid = المدفوع؛ الأجر المدفوع؛ المقبوض
complaints-sheet-words = كلامه؛ كلام العامل؛ ماذا حدث؛ ملاحظات
complaints-sheet-error-none = الصق صفًا واحدًا على الأقل تحت العناوين.
complaints-sheet-error-column = هذا العمود غير معروف. سمِّه بأحد الأسماء أعلاه، أو احذفه.
complaints-sheet-error-above = هنا شهر ولا عامل فوقه.
complaints-sheet-error-many = لا يتسع نموذج واحد لأكثر من ذلك. أرسل هؤلاء أولًا.
complaints-sheet-error-language = هذه اللغة غير معروفة. اكتب اسمها بلغتها أو حرفيها.
complaints-sheet-error-age = اكتب السنوات، أو adult أو child، أو لا شيء.
complaints-sheet-error-secret = اكتب confidential أو anonymous، أو لا شيء. لا يوافق على ذكر اسمه إلا العامل نفسه.
complaints-group-code = رمز المجموعة، إن أعطتك إياه جهة أخرى
complaints-group-code-hint = 16 رقمًا. ينضم عمالك إلى تلك المجموعة في مكان العمل نفسه. لا ترى إلا من قدَّمت عنهم أنت.
complaints-group-code-give = هل تقدِّم جهة أخرى عن عمال في مكان العمل نفسه؟ أعطها رمز المجموعة هذا؛ يظهر مرة واحدة:
complaints-group-error-code = لا مجموعة يمكنك الإضافة إليها بهذا الرمز. راجعه.
