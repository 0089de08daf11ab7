# Reasons for leaving, and the days that start a clock.
leaving-violence = ගැහුවා හරි තර්ජනය කළා
leaving-harassment = ලිංගික හිරිහැර
leaving-danger = අනතුරුදායක වැඩ හරි තැන
leaving-other-job = කිව්ව වැඩේ හරි තැන නෙවෙයි
leaving-wage-cut = පඩිය කැපුවා
leaving-not-paid = පඩි දුන්නේ නැහැ
leaving-papers-kept = පාස්පෝට් එක හරි කඩදාසි තියාගෙන
leaving-other = වෙන දෙයක්
start-left-work = වැඩ අතහැරපු දවස
start-dismissed = වැඩෙන් අයින් කරපු දවස
start-last-day-worked = වැඩ කරපු අන්තිම දවස
start-claim-arose = සල්ලි ලැබෙන්න තිබුණ දවස
start-penalty-notified = දඬුවමක් ගැන කියපු දවස
start-closed = පැමිණිල්ල වහපු දවස
deadline-reopening = පැමිණිල්ල ආයෙත් අරින්න
deadline-objection = ප්‍රතිඵලයට එකඟ නැහැ කියන්න
