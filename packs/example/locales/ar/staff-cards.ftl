# ما يُفعل حيث تقوم إشارة.
card-of-possible = محتمل
card-of-strong = قوي
card-of-danger = خطر الآن
card-of-referral = إلى من يحمي
card-of-labour = كشكوى عمالية
card-of-child-lead = طفل
card-step-talk-alone = تحدَّث مع العامل على انفراد، بمترجم ليس من الأطراف.
card-step-tell-nobody = لا تخبر أحدًا غيره.
card-step-safe-first = قرِّر أولًا هل العامل آمن.
card-step-choose-now = اختر ما يُفعل الآن، ودوِّنه.
card-step-look-again = قل متى ينظر أحد من جديد.
card-step-ask-consent = اطلب الموافقة، لكل متلقٍّ.
card-step-claims-go-on = تستمر الشكوى العمالية.
card-step-child-lead-now = يتسلَّم مسؤول الأطفال الأمر الآن.
card-step-ask-no-more = لا تسأل الطفل المزيد عما حدث.
