# Text messages. Others may read them: they tell nothing, ask for nothing, and fit into two.
messaging-text-arrived = ඔබ එවූ දේ ලැබුණා. පිළිතුරු එවන්න ඕන නැහැ.
messaging-text-news = ඔබ කලින් ලියූ තැන ඔබට අලුත් දෙයක් තියෙනවා. පහසු වෙලාවක කියවන්න. පිළිතුරු එවන්න ඕන නැහැ.
messaging-text-reminder = මතක් කිරීමක්: ඔබ කලින් ලියූ තැන ඔබට කියවන්න දෙයක් තියෙනවා. පිළිතුරු එවන්න ඕන නැහැ.
messaging-text-received = ඔබේ පණිවිඩය ලැබුණා. කෙනෙක් එය කියවනවා.
messaging-text-genuine = ඔව්, මේ අංකය අපේ.
messaging-text-not-genuine = නැහැ, මේ අංකය අපේ නෙවෙයි. සල්ලි හෝ ලියකියවිලි දෙන්න එපා.
# What a person may text to us, one by one with commas between: to get nothing more, to get messages again, and to
# say that the phone is hers alone.
messaging-words-stop = නවත්වන්න, නවතින්න
messaging-words-start = පටන් ගන්න
messaging-words-mine = මගේ ෆෝන් එක, මගේ දුරකථනය
