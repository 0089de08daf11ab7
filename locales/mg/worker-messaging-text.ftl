# Text messages. Others may read them: they tell nothing, ask for nothing, and fit into two.
messaging-text-arrived = Tonga ny zavatra nalefanao. Tsy mila mamaly.
messaging-text-news = Misy vaovao ho anao ao amin'ny toerana nanoratanao teo aloha. Vakio rehefa mety aminao. Tsy mila mamaly.
messaging-text-reminder = Fampahatsiahivana: misy tokony hovakianao ao amin'ny toerana nanoratanao teo aloha. Tsy mila mamaly.
messaging-text-received = Tonga ny hafatrao. Hisy olona hamaky azy.
messaging-text-genuine = Eny, anay io laharana io.
messaging-text-not-genuine = Tsia, tsy anay io laharana io. Aza manome vola na taratasy.
# What a person may text to us, one by one with commas between: to get nothing more, to get messages again, and to
# say that the phone is hers alone.
messaging-words-stop = ajanony, mijanona
messaging-words-start = atombohy
messaging-words-mine = finday ahy, findaiko
