# What a talk showed, and how well words and answers point.
screening-found = ماذا أظهر الحديث مع العاملة أو العامل على انفراد؟
screening-found-hint = لا بد منه لصرف العلامة، ومفيد في غير ذلك: به نعرف أي الكلمات يضلل وما الذي يفوتنا. و«لم يُذكر» جواب أيضًا.
screening-found-confirmed = تأكّد
screening-found-not-so = ليس كذلك
screening-found-unclear = لم يُذكر أو غير واضح
screening-found-not-yet = لا جواب بعد
screening-found-stays = يبقى كما حُكم
screening-judged-title = ما أظهرته الأحاديث من المؤشرات
screening-judged = { $indicator }: { $found } – { $by }
screening-judged-then = { $indicator }: { $found } – { $by }. حُكم فيه ثانية لاحقًا، والأخير هو المعتدّ به.
screening-judged-before = الحكم السابق: { $found } – { $by }، { $at }. لا تختر إلا إذا كان حكمك غير ذلك.
screening-found-others = ظهر في الحديث أمر آخر
screening-error-found = قل عن كل مؤشر أعلاه ماذا أظهر الحديث
screening-error-confirmed = ما تأكّد في حديث لا يُصرف: ارفعه أو أجرِ مقابلة أو راقبه
screening-error-period = اختر أيامًا صحيحة، أولها ليس بعد آخرها
screening-measured = ما مدى صواب الفرز
screening-measured-lead = من العلامات التي لك أن تقرأها: ماذا أظهرت الأحاديث على انفراد مما أشارت إليه الكلمات والأجوبة. «تأكّد» تعني أن العامل أو العاملة قال ذلك؛ وليس حكمًا على أحد.
screening-measured-from = من
screening-measured-to = إلى
screening-measured-indicators = حسب المؤشر
screening-measured-indicator = المؤشر
screening-measured-languages = حسب لغة الكلمات
screening-measured-languages-hint = اللغة التي تقل نسبتها قائمة كلماتها أضعف، لا عمالها.
screening-measured-crossed = كل مؤشر بكل لغة
screening-measured-nationality = الجنسية
screening-measured-nationalities = بحسب الجنسية
screening-measured-nationalities-hint = كل الأرباع التي تمسها هذه المدة، وكل المكاتب، حيث اتضح عشرون على الأقل في الأحاديث. الفرق يُظهر أين تخفق الكلمات والأسئلة، ولا يقول شيئًا عن الناس. لا يُحفظ في أي مكان أي سجل يُحسب هنا.
screening-measured-untold = لم تُذكر
screening-measured-table = خذها جدولًا (CSV)
screening-measured-none = لم يُحكم على أي مؤشر بعد حديث في هذه المدة.
screening-measured-share = نسبة ما تأكّد
screening-measured-percent = { $many }٪
screening-measured-of = { $some } من { $all }
screening-measured-missed = ظهر في الحديث وحده
screening-measured-decisions = العلامات والقرارات
screening-measured-decided = علامات لها قرار أول في الموضوع
screening-measured-middle = من العلامة إلى القرار، نصفها على الأقل في مدة لا تزيد على
screening-measured-slow = تسعة من عشرة على الأقل في مدة لا تزيد على
screening-measured-longest = أطولها استغرق
screening-measured-hours = { $many ->
    [zero] { $many } ساعة
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $many } ساعات
    [many] { $many } ساعة
   *[other] { $many } ساعة
}
screening-measured-back = صُرفت ثم رُفعت علامة لاحقة للعامل نفسه
