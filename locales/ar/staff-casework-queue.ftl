# القائمة: ما يُختار ويُحفظ ويُسند.

casework-queue-more = خيارات أخرى
casework-queue-flag = الإشارة
casework-queue-flagged = أي إشارة
casework-queue-clock = المهلة
casework-queue-open = مفتوح
casework-queue-done = منجز
casework-queue-employer = صاحب العمل
casework-queue-employer-hint = رقمه في السجل
casework-queue-nobodys = ما ليس عند أحد فقط
casework-queue-clusters = مجموعات مكان العمل فقط
casework-queue-views = العروض التي تحفظها
casework-queue-name = اسم هذا العرض
casework-queue-keep = احفظ هذا العرض
casework-queue-forget = احذفه
casework-queue-tick = اختر
casework-queue-give = أسند المختار إلى
casework-queue-give-hint = الإسناد ليس اطلاعًا: تُقرأ كل شكوى وحدها.
casework-queue-give-button = أسند
casework-queue-error-name = اكتب اسمًا لا يزيد على ٤٠ حرفًا
casework-queue-error-many = لديك ١٢ عرضًا محفوظًا؛ احذف واحدًا أولًا
casework-queue-error-none = اختر عملًا واحدًا على الأقل
casework-queue-error-yours = أحدها ليس لك أن تسنده
casework-queue-error-tied = لهذا الشخص صلة بأحد أماكن العمل هذه: اختر غيره
casework-queue-error-interpreter = تُسند إلى المترجم النصوص وحدها: بلغة يتقنها، وكما طلبت العاملة مترجمها، وليس ما أعاده أو له صلة به
casework-queue-error-theirs = لا يستطيع هذا الشخص فتح أحدها: اختر من هو عمله
casework-queue-interpreter = { $name } · مترجم · أعماله: { $many }
casework-queue-error-changed = غيّر شخص آخر أحدها في هذه الأثناء؛ لم يُسند شيء
casework-queue-person = { $many ->
    [zero] { $name } · لا أعمال
    [one] { $name } · عمل واحد
    [two] { $name } · عملان
    [few] { $name } · { $many } أعمال
    [many] { $name } · { $many } عملًا
   *[other] { $name } · { $many } عمل
}
casework-queue-leaves = شخص يغادر: سلّم كل ما عنده
casework-queue-leaves-hint = كل الشكاوى، المغلقة أيضًا، وكل الزيارات وما فُرض فيها، وكل الأعمال المفتوحة، إلى من يقوم بالعمل نفسه. ما يخص مكان عمل للشخص الآخر صلة به يبقى أو يذهب إلى شخص ثالث، وكذلك النص أو الجلسة أو الزيارة أو الموافقة التي لا يجوز أن تكون عنده.
casework-queue-from = من
casework-queue-heir = إلى
casework-queue-hand-over = سلّم
casework-queue-error-heir = اختر شخصين مختلفين؛ ويجب أن يقوم الآخر بالعمل نفسه في مكتب من مكاتبك وأن يكون موجودًا
event-complaint-handed-over = سُلّمت إلى موظف آخر
