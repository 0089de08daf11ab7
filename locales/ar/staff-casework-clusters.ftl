# ما يرويه أكثر من شخص، جنبًا إلى جنب: أصحاب عمل ووسطاء وبيوت وأماكن سكن.
screening-clusters = ما يرويه أكثر من شخص
casework-clusters = ما يرويه أكثر من شخص
casework-clusters-lead = شكاوى السنة الأخيرة، بقدر ما يحق لك قراءته، التي تدور حول مكان عمل واحد أو مكان واحد. الإشارة تخص شخصًا واحدًا، أما ما يقوله كثيرون فلا يظهر إلا هنا.
casework-clusters-empty = لا شكويان مما يحق لك قراءته تدوران حول مكان واحد.
casework-clusters-employers = أصحاب العمل
casework-clusters-recruiters = المكاتب والوسطاء
casework-clusters-homes = البيوت
casework-clusters-places = أماكن رُويت متشابهة
casework-clusters-place = المبنى أو السكن نفسه، يرويه أكثر من شخص
casework-clusters-around = حول ماذا
casework-clusters-how-many = العدد
casework-clusters-many = { $many ->
    [zero] لا شكوى
    [one] شكوى واحدة
    [two] شكويان
    [few] { $many } شكاوى
    [many] { $many } شكوى
   *[other] { $many } شكوى
}
casework-clusters-open = { $many ->
    [zero] لا شيء منها مفتوح
    [one] واحدة منها مفتوحة
    [two] اثنتان منها مفتوحتان
    [few] { $many } منها مفتوحة
    [many] { $many } منها مفتوحة
   *[other] { $many } منها مفتوحة
}
casework-clusters-flags = الإشارات
casework-clusters-no-flag = لا إشارة
casework-clusters-none-flagged = لا إشارة قائمة في هذه.
casework-clusters-calm = { $many ->
    [zero] لا شيء بلا إشارة
    [one] مجموعة واحدة بلا إشارة
    [two] مجموعتان بلا إشارة
    [few] { $many } مجموعات بلا إشارة
    [many] { $many } مجموعة بلا إشارة
   *[other] { $many } مجموعة بلا إشارة
}
casework-clusters-last = الأحدث
casework-clusters-came = وردت
casework-clusters-workplace = مكان العمل في السجل
casework-clusters-indicators = ما وُجد، وفي كم شكوى
casework-clusters-none = ليس في إشارات هذه الشكاوى أي مؤشر.
casework-clusters-opened = { $many ->
    [zero] لم يُفتح أي منها.
    [one] مؤكد أو توحي به الكلمات، في شكوى واحدة عليها إشارة. واطلاعك مسجَّل في التدقيق.
    [two] مؤكد أو توحي به الكلمات، في شكويين عليهما إشارة. واطلاعك مسجَّل في تدقيق كل منهما.
    [few] مؤكد أو توحي به الكلمات، في { $many } شكاوى عليها إشارة. واطلاعك مسجَّل في تدقيق كل منها.
    [many] مؤكد أو توحي به الكلمات، في { $many } شكوى عليها إشارة. واطلاعك مسجَّل في تدقيق كل منها.
   *[other] مؤكد أو توحي به الكلمات، في { $many } شكوى عليها إشارة. واطلاعك مسجَّل في تدقيق كل منها.
}
casework-clusters-complaints = الشكاوى
