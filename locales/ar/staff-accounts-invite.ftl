# Invitations, and the second person who confirms what an account may read.
accounts-invite = دعوة
accounts-invite-lead = تحصل على رابط تسلّمه. به يختار الشخص كلمة المرور والعامل الثاني بنفسه، ولا تراهما أنت أبدًا.
accounts-invited = دعوة { $name }: سلّم الرابط أو الرمز إلى هذا الشخص وحده. تعمل مرة واحدة، وتُعرض الآن فقط.
accounts-invited-until = صالحة حتى
accounts-invited-code = الدعوة نفسها رمزًا:
accounts-invited-waits = لا يفتح الحساب شيئًا قبل أن يؤكده شخص ثانٍ: مشرف المكتب أو مسؤول حماية البيانات.
accounts-invite-anew = دعوة جديدة
accounts-invite-anew-lead = من فقد كلمة المرور أو العامل الثاني يختارهما من جديد بدعوة. عندها تنتهي الجلسات والرموز ومفاتيح المرور ورموز الاسترداد، وتُخبر كل صفحة للشخص بأن ذلك طُلب، وتنتظر الأدوار التي تقرأ شخصًا ثانيًا من جديد.
accounts-waits = ينتظر شخصًا ثانيًا
accounts-person-waits = هذه الأدوار تنتظر شخصًا ثانيًا:
accounts-asked-anew = في { $since } أنشأ أحد المديرين دعوة لاختيار كلمة المرور والعامل الثاني لحسابك من جديد. إن لم تطلب ذلك فأخبر مشرفك ومسؤول حماية البيانات الآن.
accounts-own-waits = على شخص ثانٍ أن يؤكد هذه الأدوار: { $roles }. قل له هذا الرمز وجهًا لوجه أو على رقم هاتف تعرفه، ولا تقله لغيره: { $code }
accounts-invitation-title = دعوة
accounts-invitation-ask = اكتب رمز دعوتك.
accounts-invitation-code = رمز الدعوة
accounts-invitation-code-hint = أربع مجموعات من أربعة أحرف.
accounts-invitation-open = افتح
accounts-invitation-lead = اختر كلمة مرور وعاملًا ثانيًا. افعل ذلك بنفسك: لا يجوز أن يعرفهما أحد غيرك، ولا حتى من دعاك.
accounts-invitation-password = كلمة المرور الجديدة
accounts-invitation-secret = أدخل هذا السر في تطبيق المصادقة، ثم اكتب الأرقام الستة التي يعرضها:
accounts-invitation-app = افتح في تطبيق مصادقة على هذا الجهاز
accounts-invitation-accept = احفظ وتابع
accounts-invitation-done = تم. إن كان عملك يحتاج إلى تأكيد شخص ثانٍ فستعرض كل صفحة بعد دخولك رمزًا تقوله له.
accounts-error-invitation = لا توجد دعوة كهذه، أو استُعملت أو مضى وقتها. اطلب دعوة جديدة.
accounts-error-first-code = لا تطابق هذه الأرقام السر أعلاه. انتظر الأرقام التالية وحاول مرة أخرى.
accounts-waiting-title = للتأكيد
accounts-waiting-lead = الأدوار التي تقرأ، والمكاتب الأخرى، والحسابات التي أُغلقت يعطيها شخصان. لا تؤكد إلا من يعمل هنا في هذا الدور وقال لك رمزه بنفسه، وجهًا لوجه أو على رقم هاتف تعرفه، ولا تكتفِ أبدًا بكلمة مدير.
accounts-waiting-none = لا شيء ينتظر شخصًا ثانيًا.
accounts-waiting-new = حساب جديد بالأدوار
accounts-waiting-roles = أدوار أخرى لحساب:
accounts-waiting-anew = كلمة مرور وعامل ثانٍ جديدان للأدوار
accounts-waiting-by = طلبه
accounts-waiting-yes = أكّد
accounts-waiting-no = ارفض
accounts-waiting-alarm = { $count ->
    [zero] لا حسابات تنتظر تأكيدك
    [one] حساب واحد ينتظر تأكيدك
    [two] حسابان ينتظران تأكيدك
    [few] { $count } حسابات تنتظر تأكيدك
    [many] { $count } حسابًا ينتظر تأكيدك
   *[other] { $count } حساب ينتظر تأكيدك
}
accounts-owner-code = الرمز الذي قاله لك الشخص
accounts-owner-code-hint = ستة أحرف وأرقام لا يراها إلا صاحب الحساب. الرفض يغلق الحساب إن كان جديدًا، أو جُدِّدت أسراره، أو كان مغلقًا من قبل.
accounts-error-owner-code = ليس هذا الرمز الذي يراه صاحب الحساب. اسأل الشخص مرة أخرى.
accounts-confirm-carried = ما كتبته محفوظ معك، ويُنفَّذ متى صح الرمز.
