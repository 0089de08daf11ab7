# Ties that a supervisor ends.
establishments-tied = صلات موظفيك بهذا المكان
establishments-tied-hint = من له صلة هنا لا يرى أي شكوى ولا علامة ولا زيارة ولا ملف عن هذا المكان، ولا يُسند إليه عمل عنه. أما نوع الصلة فلا يعرفه إلا من صرّح به. لا تُنهِها إلا إذا زالت أو كانت خطأ، ويحفظ سجل التدقيق سببك.
establishments-tied-who = صلة من
establishments-tied-why = السبب
establishments-error-tie-why = سبب بالكلمات، في 500 حرف على الأكثر.
establishments-tied-end = أنهِ الصلة
establishments-nav-ties = صلاتي
establishments-ties = أماكن عمل لي صلة بها
establishments-ties-lead = يملكها أو يديرها أو يعمل فيها شخص تعرفه، أو عملتَ فيها أنت، أو يربطك بها مال. ما يقوله العمال عن مكان كهذا يقرؤه غيرك: يختفي من قوائمك ولا يُسند إليك عمل عنه. قل ذلك قبل أن يسألك أحد. أما نوع صلتك فلا يقرؤه غيرك.
establishments-ties-none = لم تصرّح بأي صلة.
establishments-ties-end = الصلة التي زالت أو كانت خطأ ينهيها مشرف من مكتبك.
establishments-ties-new = صرّح بصلة
establishments-ties-search = أي مكان عمل؟
establishments-ties-search-hint = اسمه بأي كتابة، أو رقمه أو مرجعه. أما المنزل فلا يُعثر عليه إلا بمرجعه.
establishments-ties-empty = لا شيء بهذا الاسم في السجل. جرّب كتابة أخرى؛ وإن وصلك عمل عنه مع ذلك فأعده وقل السبب.
establishments-ties-which = أيّ من هذه؟
