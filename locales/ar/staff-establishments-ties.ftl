# Ties that a supervisor ends.
establishments-tied = صلات موظفيك بهذا المكان
establishments-tied-hint = من له صلة هنا لا يفتح أي شكوى عن هذا المكان؛ أعطِ علاماته وزياراته لغيره. أما نوع الصلة فلا يعرفه إلا من صرّح به. لا تُنهِها إلا إذا زالت أو كانت خطأ، ويحفظ سجل التدقيق سببك.
establishments-tied-who = صلة من
establishments-tied-why = السبب
establishments-error-tie-why = من 10 أحرف إلى 500.
establishments-tied-end = أنهِ الصلة
