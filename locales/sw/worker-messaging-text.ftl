# Text messages. Others may read them: they tell nothing, ask for nothing, and fit into two.
messaging-text-arrived = Ulichotuma kimefika. Si lazima kujibu.
messaging-text-news = Kuna jambo jipya kwako mahali ulipoandika awali. Lisome ukipata nafasi. Si lazima kujibu.
messaging-text-reminder = Kumbusho: kuna jambo la kusoma mahali ulipoandika awali. Si lazima kujibu.
messaging-text-received = Ujumbe wako umefika. Mtu atausoma.
messaging-text-genuine = Ndiyo, namba hii ni yetu.
messaging-text-not-genuine = Hapana, namba hii si yetu. Usitoe pesa wala karatasi.
# What a person may text to us, one by one with commas between: to get nothing more, to get messages again, and to
# say that the phone is hers alone.
messaging-words-stop = komesha, sitisha ujumbe
messaging-words-start = anza
messaging-words-mine = simu yangu
