# ගමන: කෙටුම්පත් සහ බැලීම, අනතුර, සල්ලි, රහස, ආරක්ෂිත විදිහට කතා කිරීම, තමන්ගේ භාෂාවෙන් කෝල් එකක්.

web-drafted = මේ භාෂාවේ වචන තවම කෙටුම්පතක්. මේක මව් භාෂාව වුණ කෙනෙක් තවම බලලා නැහැ.
web-drafted-report = වැරදි දෙයක් හරි තේරෙන්නේ නැති දෙයක් හරි තියෙනවා නම් අපට කියන්න
complaints-wording-title = වැරදි හරි තේරෙන්න අමාරු හරි දෙයක් තියෙනවා
complaints-wording-lead = ඔබේ භාෂාව කතා කරන අයට උදව් කරන්න. මෙතන ඔබ ගැන කිසි දෙයක් ලියන්න එපා: මේකට කවුරුත් උත්තර දෙන්නේ නැහැ.
complaints-wording-shown = පිටුවේ තියෙන විදිහටම වචන
complaints-wording-better = ඔබ මේක කියන්නේ කොහොමද?
complaints-wording-done = ස්තුතියි. කෙනෙක් මේක බලනවා.

complaints-call-title = ඔබේ භාෂාව දන්න කෙනෙක් එක්ක කතා කරන්න
complaints-call-why = මේ දේවල් තේරෙන්නේ නැත්නම්, ඔබේ භාෂාව දන්න කෙනෙකුට කෝල් කරලා තේරුම් කරලා දෙන්න පුළුවන්.
complaints-call-lead = නම කියන්න ඕන නැහැ. මේක පැමිණිල්ලක් නෙවෙයි.
complaints-call-number = ෆෝන් අංකය
complaints-call-send = කෝල් එකක් ඉල්ලන්න
complaints-call-done-title = කෙනෙක් ඔබට කෝල් කරනවා
complaints-call-done = ඔබට ආරක්ෂිත වෙලාවේදී, { $time } වෙන්න කලින් කෙනෙක් කෝල් කරනවා.
complaints-call-error-alone = අපි කෝල් කරන්නේ ඔබේම විතරක් වුණ ෆෝන් එකකට. එහෙම නැත්නම් වෙන ෆෝන් එකක් ගන්න, නැත්නම් පස්සේ එන්න.

complaints-door-danger-hint = කාට කෝල් කරන්නද, එක එබීමකින් අපට කියන්නේ කොහොමද
complaints-danger-title = දැන් අනතුරක ඉන්නවද?
complaints-danger-first = පුළුවන් නම් දැන්ම කෝල් කරන්න:
complaints-danger-cannot = කෝල් කරන්න බැරිද?
complaints-danger-promise = රතු බොත්තම ඔබන්න. කිසි දෙයක් ලියන්න ඕන නැහැ. { $time } වෙන්න කලින් කෙනෙක් මේක කියවනවා.
complaints-danger-where = ඔබ ඉන්නේ කොහෙද?
complaints-danger-number = ඔබේ ෆෝන් අංකය, ෆෝන් එක ඔබේ විතරක් නම් පමණයි
complaints-danger-send = මම අනතුරක ඉන්නේ: දැන්ම කාර්යාලයට කියන්න

complaints-learns-title = ඔබ කියන දේ කාටද දැනගන්න ලැබෙන්නේ?
complaints-learns = මේක බලන අයට විතරයි. එක දෙයක් වෙනස්: කෙනෙක් මැරෙන්න හරි ලොකු තුවාලයක් වෙන්න හරි පුළුවන් නම්, නැත්නම් ළමයෙකුට කරදරයක් නම්, මිනිස්සු ආරක්ෂා කරන අයට කියන්න වෙන්න පුළුවන්. ආරක්ෂිත නම්, ඉස්සෙල්ලාම ඔබට කියනවා.
complaints-secret-can = ඔබ කවුද කියලා නොකියා අපට කරන්න පුළුවන් දේ
complaints-secret-can-feasible = කාගෙවත් නම නොකියා මුළු වැඩ කරන තැනම අපට බලන්න පුළුවන්. ඒත් වැඩ දෙන කෙනා හිතාගන්න ඉඩ තියෙනවා.
complaints-secret-can-difficult = ඔබේ නම නොකියා අපට පටන් ගන්න පුළුවන්. ඒත් මේක දන්නේ ටික දෙනයි, ඒ නිසා ඔබයි කිව්වේ කියලා වැඩ දෙන කෙනා හිතාගන්න පුළුවන්. නම කියන්න පුළුවන්ද කියලා අපි පස්සේ ඔබෙන් අහන්න පුළුවන්.
complaints-secret-can-impossible = මේක ඔබ ගැන විතරයි. ඔබේ නම නොකියා වැඩ දෙන කෙනාගෙන් මේ ගැන අහන්න බැහැ. ඒත් ඔබට කරන්න පුළුවන් දේ අපට කියන්න පුළුවන්. ඔබ හා කිව්වොත් විතරයි නම කියන්නේ.
complaints-secret-anonymous-hint = අපට උත්තර දෙන්න පුළුවන් මෙතන විතරයි, ඔබේ කෝඩ් එකෙන්.
complaints-secret-open-hint = අපි වැඩ දෙන කෙනාට ඔබේ නම කියන්න පුළුවන්.

complaints-claims = දුන්නේ නැති පඩිය මොකක්ද?
complaints-claims-hint = ඉලක්කම් විතරක් ලියන්න. නොදන්න දේ හිස්ව තියන්න.
complaints-claim-month = මාසය
complaints-claim-agreed = කතා කරගත්ත පඩිය
complaints-claim-paid = ලැබුණ පඩිය
complaints-claim-nothing = කිසි දෙයක් ලැබුණේ නැත්නම් 0 ලියන්න.
complaints-claim-add = තව මාසයක් එකතු කරන්න
complaints-claim-sum = ඔක්කොම ලැබෙන්න ඕන ගාණ
complaints-error-amount = ගාණ ඉලක්කම් වලින් ලියන්න, උදාහරණයක් 150 හරි 150.50 හරි.
complaints-error-month = මේ පඩියේ මාසය තෝරන්න.

complaints-channel-text = මට මැසේජ් එකක් (SMS) එවන්න
complaints-whose = මේ ෆෝන් එක හරි ඊමේල් එක හරි කාගෙද?
complaints-whose-alone = මගේ විතරයි
complaints-whose-seen = මගේ, ඒත් වෙන අයත් බලනවා
complaints-whose-trusted = මම විශ්වාස කරන කෙනෙකුගේ
complaints-whose-employer = වැඩ දෙන කෙනාගේ, නැත්නම් වැඩ කරන තැන කෙනෙකුගේ
complaints-never-call = කවදාවත් කෝල් කරන්න එපා
complaints-no-message = පණිවිඩ තියන්නත් යවන්නත් එපා
complaints-safe-word = අඳුරගන්න වචනයක්
complaints-safe-word-hint = ඔබ කැමති වචනයක්. කෝල් කරන කෙනා ඉස්සෙල්ලාම ඒක කියනවා, එතකොට අපි කියලා දැනගන්න පුළුවන්.
complaints-open-words = ඊමේල් එකේ මොකක් ගැනද කියලා තියෙන්න පුළුවන්
complaints-open-words-hint = නැත්නම් කියවන්න දෙයක් තියෙනවා කියලා විතරයි තියෙන්නේ.
complaints-error-never-call = ඔබ කෝල් එකක් ඉල්ලුවා, කවදාවත් කෝල් කරන්න එපා කියලත් කිව්වා. එකක් තෝරන්න.
complaints-error-mail = ඊමේල් ලිපිනයක් name@example.com වගේ. ආයෙත් බලන්න.

messaging-arrived-open-subject = ඔබේ පැමිණිල්ල ලැබුණා
messaging-arrived-open-body = වැඩ ගැන ඔබේ පැමිණිල්ල ලැබුණා. කෙනෙක් ඒක කියවනවා. ඔබේ අංකයෙනුයි කෝඩ් එකෙනුයි උත්තරය කියවන්න පුළුවන්. කරුණාකරලා මේ ඊමේල් එකට උත්තර එවන්න එපා.
messaging-news-open-subject = ඔබේ පැමිණිල්ල ගැන අලුත් දෙයක්
messaging-news-open-body = වැඩ ගැන ඔබේ පැමිණිල්ලේ අලුත් දෙයක් තියෙනවා. ඔබේ අංකයෙනුයි කෝඩ් එකෙනුයි ඒක කියවන්න පුළුවන්. කරුණාකරලා මේ ඊමේල් එකට උත්තර එවන්න එපා.
