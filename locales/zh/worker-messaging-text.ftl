# Text messages. Others may read them: they tell nothing, ask for nothing, and fit into two.
messaging-text-arrived = 您发的内容已收到。不用回复。
messaging-text-news = 您以前写过的地方有新内容。方便时再看。不用回复。
messaging-text-reminder = 提醒：您以前写过的地方有内容要看。不用回复。
messaging-text-received = 您的短信已收到。会有人看。
messaging-text-genuine = 是的，这个号码是我们的。
messaging-text-not-genuine = 不是，这个号码不是我们的。不要给钱，也不要给证件。
# What a person may text to us, one by one with commas between: to get nothing more, to get messages again, and to
# say that the phone is hers alone.
messaging-words-stop = 停, 停止, 退订
messaging-words-start = 开始
messaging-words-mine = 我自己的手机, 我的手机
