# الغياب ومن ينوب؛ شكوى لا أحد لقراءتها.
casework-absence = الغائبون
casework-absence-lead = لا يُسند عمل إلى أحد في أثناء غيابه. ومن ينوب عنه يجد عمله بين أعماله.
casework-absence-empty = لا أحد غائب ولا غياب قادم.
casework-absence-who = الاسم
casework-absence-from = ابتداءً من
casework-absence-until = حتى
casework-absence-deputy = من ينوب
casework-absence-deputy-hint = شخص من المكتب نفسه يعمل العمل نفسه وحاضر في تلك المدة
casework-absence-nobody = لا أحد
casework-absence-now = غائب الآن
casework-absence-waits = { $count ->
    [zero] لا عمل ينتظر
    [one] عمل واحد ينتظر
    [two] عملان ينتظران
    [few] { $count } أعمال تنتظر
    [many] { $count } عملًا ينتظر
   *[other] { $count } عمل ينتظر
}
casework-absence-hand-over = يُسلَّم من قائمة العمل
casework-absence-on-roster = في جدول المناوبة في هذه المدة: يُبحث عن غيره
casework-absence-end = إنهاء
casework-absence-add = تسجيل غياب
casework-absence-error-time = اختر نهاية بعد البداية، لا في الماضي، وخلال سنة
casework-absence-error-deputy = اختر شخصًا من المكتب نفسه يعمل العمل نفسه وحاضرًا في تلك المدة، أو لا أحد
work-unrouted = لا أحد يحق له القيام بهذا العمل: يُبحث عن شخص
casework-notice-alarm = لا أحد يحق له القيام بهذا العمل
accounts-account-absence = الغائبون ومن ينوب عنهم
event-complaint-routed = أُسندت إلى موظف
