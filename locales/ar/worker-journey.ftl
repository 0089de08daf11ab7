# الطريق: المسودات ومن راجعها، الخطر، المال، السرية، التواصل الآمن، اتصال بلغة العامل.

web-drafted = الكلام بهذه اللغة مسودة، ولم يراجعه بعد أحد من أهل هذه اللغة.
web-drafted-report = أخبرنا إن كان شيء خطأ أو صعب الفهم
complaints-wording-title = شيء خطأ أو صعب الفهم
complaints-wording-lead = ساعد من يتكلم لغتك. من فضلك لا تكتب هنا شيئًا عن نفسك: لا أحد يرد على هذا.
complaints-wording-shown = الكلام كما هو في الصفحة
complaints-wording-better = كيف تقول أنت هذا؟
complaints-wording-done = شكرًا. سينظر فيه شخص.

complaints-call-title = الحديث مع شخص يتكلم لغتك
complaints-call-why = إن لم يكن هذا الكلام واضحًا، يمكن أن يتصل بك شخص يتكلم لغتك ويشرح لك.
complaints-call-lead = لا حاجة إلى ذكر اسمك. هذه ليست شكوى.
complaints-call-number = رقم الهاتف
complaints-call-send = طلب الاتصال
complaints-call-done-title = سيتصل بك شخص
complaints-call-done = سيتصل بك شخص قبل { $time }، في الساعات الآمنة لك.
complaints-call-error-alone = لا نتصل إلا بهاتف لك وحدك. إن لم يكن كذلك فاستعمل هاتفًا آخر، أو عد لاحقًا.

complaints-door-danger-hint = بمن تتصل، وكيف تخبرنا بلمسة واحدة
complaints-danger-title = هل أنت في خطر الآن؟
complaints-danger-first = إن استطعت فاتصل الآن:
complaints-danger-cannot = لا تستطيع الاتصال؟
complaints-danger-promise = اضغط الزر الأحمر. لا حاجة إلى كتابة شيء. سيقرؤه شخص قبل { $time }.
complaints-danger-where = أين أنت؟
complaints-danger-number = رقم هاتفك، فقط إن كان الهاتف لك وحدك
complaints-danger-send = أنا في خطر: أخبروا المكتب الآن

complaints-learns-title = من يعرف ما تخبرنا به؟
complaints-learns = فقط من يعمل على الشكوى. أمر واحد مختلف: إذا كان شخص قد يموت أو يتأذى كثيرًا، أو تأذى طفل، فقد يجب أن نخبر من يحمي الناس. وحيث يكون ذلك آمنًا نخبرك أنت أولًا.
complaints-secret-can = ما نستطيع فعله دون أن نقول من أنت
complaints-secret-can-feasible = نستطيع أن نفحص مكان العمل كله دون ذكر أي اسم. وقد يخمّن صاحب العمل مع ذلك.
complaints-secret-can-difficult = نستطيع أن نبدأ دون ذكر اسمك. لكن قليلين يعرفون هذا الأمر، فقد يخمّن صاحب العمل أنك أنت. وقد نسألك لاحقًا هل نذكر اسمك.
complaints-secret-can-impossible = هذا الأمر يخصك وحدك. لا نستطيع أن نسأل صاحب العمل عنه دون ذكر اسمك. ونستطيع مع ذلك أن نخبرك بما يمكنك فعله. لا نذكر اسمك إلا إذا وافقت.
complaints-secret-anonymous-hint = لا نستطيع أن نجيبك إلا هنا، برمزك.
complaints-secret-open-hint = قد نقول اسمك لصاحب العمل.

complaints-claims = أي أجر لم يُدفع؟
complaints-claims-hint = اكتب أرقامًا فقط. اترك فارغًا ما لا تعرفه.
complaints-claim-month = الشهر
complaints-claim-agreed = الأجر المتفق عليه
complaints-claim-paid = الأجر الذي وصلك
complaints-claim-nothing = اكتب 0 إن لم تستلم شيئًا.
complaints-claim-add = إضافة شهر آخر
complaints-claim-sum = الناقص كله
complaints-error-amount = اكتب المبلغ بالأرقام، مثلًا 150 أو 150.50.
complaints-error-month = اختر الشهر لهذا الأجر.

complaints-channel-text = أرسلوا لي رسالة نصية
complaints-whose = لمن هذا الهاتف أو البريد؟
complaints-whose-alone = لي وحدي
complaints-whose-seen = لي، لكن آخرين ينظرون فيه
complaints-whose-trusted = لشخص أثق به
complaints-whose-employer = لصاحب العمل، أو لشخص في العمل
complaints-never-call = لا تتصلوا أبدًا
complaints-no-message = لا تتركوا رسالة ولا ترسلوا شيئًا
complaints-safe-word = كلمة أمان
complaints-safe-word-hint = كلمة تختارها أنت. يقولها من يتصل أولًا، فتعرف أنه منّا.
complaints-open-words = يمكن أن يقول البريد عن أي أمر هو
complaints-open-words-hint = وإلا فلا يقول إلا إن هناك شيئًا للقراءة.
complaints-error-never-call = طلبت الاتصال وطلبت أيضًا ألا نتصل أبدًا. اختر واحدًا.
complaints-error-mail = عنوان البريد يشبه name@example.com. راجعه من فضلك.

messaging-arrived-open-subject = وصلت شكواك
messaging-arrived-open-body = وصلت شكواك عن عملك. سيقرؤها شخص. يمكنك قراءة الجواب برقمك ورمزك. من فضلك لا ترد على هذا البريد.
messaging-news-open-subject = جديد عن شكواك
messaging-news-open-body = هناك جديد عن شكواك عن عملك. يمكنك قراءته برقمك ورمزك. من فضلك لا ترد على هذا البريد.
