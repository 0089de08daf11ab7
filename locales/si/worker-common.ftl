# වැඩ කරන අයගේ හැම පිටුවකම තියෙන වචන. කාර්ය මණ්ඩලයේ පිටුවලටත් මේවා ගන්න පුළුවන්.

common-product = හක්කී
common-product-meaning = “මගේ අයිතිය”
common-quick-exit = දැන්ම පිටවෙන්න
common-quick-exit-hint = මේ පිටුව වැහිලා වෙන සාමාන්‍ය පිටුවක් ඇරෙනවා.
common-danger-call = අනතුරකද ඉන්නේ? කෝල් කරන්න: { $number }
common-call-us = කෙනෙක් එක්ක කතා කරන්න: { $number }
common-back = ආපහු
common-next = ඊළඟට
common-continue = ඉස්සරහට යන්න
common-send = යවන්න
common-save = සේව් කරන්න
common-cancel = එපා
common-change = වෙනස් කරන්න
common-close = වහන්න
common-yes = ඔව්
common-no = නැහැ
common-unknown = මම දන්නේ නැහැ
common-optional = මේක හිස්ව තියන්නත් පුළුවන්
common-listen = අහන්න
common-print = ප්‍රින්ට් කරන්න
common-home = මුල් පිටුව
common-skip-link = කෙලින්ම ප්‍රධාන කොටසට යන්න
common-language-label = ඔබේ භාෂාව තෝරන්න
common-footer-free = මේ සේවාව නොමිලේ. මේකට කාටවත් ඔබෙන් සල්ලි ඉල්ලන්න බැහැ.
common-footer-private = ඔබ කවුද කියලා මේ පිටුව ඔබට වැඩ දෙන කෙනාට කියන්නේ නැහැ.
common-demo-mark = මේක පෙන්නන්න විතරයි: මෙතන කිසි දෙයක් ඇත්ත නෙවෙයි, ඔබ යවන දේ කවුරුත් කියවන්නෙත් නැහැ.

common-error-title = වැරදීමක් තියෙනවා
common-error-prefix = වැරදියි:
common-error-summary-intro = මේ උත්තර ආයෙත් බලන්න:
common-error-required = මේ ප්‍රශ්නයට උත්තරයක් දෙන්න.
common-error-choose = උත්තර වලින් එකක් තෝරන්න.
common-error-too-long = { $max ->
    [one] මේක දිග වැඩියි. වැඩිම වුණොත් අකුරු { $max }ක් ලියන්න.
   *[other] මේක දිග වැඩියි. වැඩිම වුණොත් අකුරු { $max }ක් ලියන්න.
}
common-error-invalid = මේ උත්තරය අපිට කියවන්න බැහැ. වෙන විදිහකට ලියන්න.

common-problem-not-found-title = මේ පිටුව මෙතන නැහැ
common-problem-not-found = ලිපිනය හරිද බලන්න, නැත්නම් මුල් පිටුවෙන් ආයෙත් පටන් ගන්න.
common-problem-too-large-title = මේක එක පාරට වැඩියි
common-problem-too-large = ඔබ ලියපු දේ හරි ෆයිල් එක හරි ලොකු වැඩියි. ආපහු ගිහින්, කෙටි කරලා, ආයෙත් යවන්න. ඔබ ලියපු දේ තාම එතන තියෙනවා.
common-problem-forbidden-title = මේ පිටුව ඔබට අරින්න බැහැ
common-problem-forbidden = මේ පිටුව වෙන කෙනෙකුට. මුල් පිටුවෙන් ආයෙත් පටන් ගන්න.
common-problem-expired-title = මේ ෆෝම් එක ගොඩක් වෙලා ඇරලා තිබුණා
common-problem-expired = ඔබේ ආරක්ෂාවට, ෆෝම් එකක් වැඩ කරන්නේ ටික වෙලාවයි. ඔබේ උත්තර තාම මෙතන තියෙනවා. ආයෙත් යවන්න.
common-problem-try-again-title = අපේ පැත්තෙන් වැරදීමක් වුණා
common-problem-try-again = ඒක ඔබේ වැරැද්දක් නෙවෙයි. විනාඩියක් ඉඳලා ආයෙත් බලන්න. හදිසි නම් අපිට කෝල් කරන්න.
common-problem-method-title = මේ පිටුව එහෙම අරින්න බැහැ
common-problem-method = ආපහු ගිහින් පිටුවේ බොත්තම් ඔබන්න.
common-problem-too-many-title = ගොඩක් වාර ගාණක් උත්සාහ කරලා
common-problem-too-many = විනාඩි කීපයක් ඉඳලා ආයෙත් බලන්න. අනතුරක ඉන්නේ නම්, දැන්ම කෝල් කරන්න.
common-problem-bad-request-title = එවපු දේ අපිට කියවන්න බැරි වුණා
common-problem-bad-request = ආපහු ගිහින්, ඔබේ උත්තර බලලා, ආයෙත් යවන්න.

common-money = { $amount } { $currency }
common-duration-moment = විනාඩියකටත් අඩුයි
common-duration-minutes = විනාඩි { $minutes }
common-duration-hours = පැය { $hours }
common-duration-hours-minutes = පැය { $hours } විනාඩි { $minutes }
common-duration-days = { $days ->
    [one] දවස් { $days }
   *[other] දවස් { $days }
}
common-duration-days-hours = { $days ->
    [one] දවස් { $days } පැය { $hours }
   *[other] දවස් { $days } පැය { $hours }
}
common-duration-left = තව { $duration }
common-duration-late = පරක්කුයි: { $duration }
