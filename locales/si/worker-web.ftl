# හැම පිටුවක් වටේම තියෙන වචන.
web-patterns-title = මෝස්තර
web-patterns-lead = පිටු හැදෙන හැම කොටසක්ම, එක පාර ගානේ.
web-patterns-field = ප්‍රශ්නයක්
web-patterns-clocks = ඉතුරු වෙලාව
web-patterns-chart = සංඛ්‍යා
web-patterns-empty = මෙතන තාම මොකුත් නැහැ.
web-patterns-icons = ලකුණු
web-problem-unauthorized-title = කරුණාකරලා ඔබ කවුද කියන්න
web-problem-unauthorized = මෙතනට එන්න හරි ටෝකන් එකක් ඕන. සිස්ටම් එක බලන කෙනාගෙන් ඉල්ලගන්න.
web-problem-conflict-title = මේක අතරමැද වෙනස් වෙලා
web-problem-conflict = කිසි දෙයක් සේව් වුණේ නැහැ. පිටුව ආයෙත් ඇරලා, අලුත් දේ බලලා, ආයෙත් තීරණය කරන්න.
web-problem-unprocessable-title = සමහර උත්තර මේ විදිහට ගන්න බැහැ
web-problem-unprocessable = මෙතන කියන කොටු බලලා, හරි ගස්සලා, ආයෙත් යවන්න.
web-problem-expired-title = මේ ෆෝම් එක ගොඩක් වෙලා ඇරලා තිබුණා
web-problem-expired = කිසි දෙයක් සේව් වුණේ නැහැ. ආපහු ගිහින්, ඔබ ලියපු දේ කොපි කරගෙන, පිටුව ආයෙත් ඇරලා, යවන්න.
web-problem-kept = ඔබ ලියූ දේ
web-error-shape = මෙය මේ විදිහට කියවන්න බැහැ.
