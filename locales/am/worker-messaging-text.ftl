# Text messages. Others may read them: they tell nothing, ask for nothing, and fit into two.
messaging-text-arrived = የላኩት ደርሷል። መልስ አያስፈልግም።
messaging-text-news = ከዚህ በፊት በጻፉበት ቦታ ለእርስዎ አዲስ ነገር አለ። ሲመችዎ ያንብቡት። መልስ አያስፈልግም።
messaging-text-reminder = ማስታወሻ፦ ከዚህ በፊት በጻፉበት ቦታ የሚያነቡት ነገር አለ። መልስ አያስፈልግም።
messaging-text-received = መልእክትዎ ደርሷል። አንድ ሰው ያነበዋል።
messaging-text-genuine = አዎ፣ ይህ ቁጥር የእኛ ነው።
messaging-text-not-genuine = አይ፣ ይህ ቁጥር የእኛ አይደለም። ገንዘብም ወረቀትም አይስጡ።
# What a person may text to us, one by one with commas between: to get nothing more, to get messages again, and to
# say that the phone is hers alone.
messaging-words-stop = አቁም, ይቁም
messaging-words-start = ጀምር
messaging-words-mine = የእኔ ስልክ, ስልኬ
