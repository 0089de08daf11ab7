# Text messages. Others may read them: they tell nothing, ask for nothing, and fit into two.
messaging-text-arrived = What you sent has arrived. No answer is needed.
messaging-text-news = There is something new for you where you wrote before. Read it when it suits you. No answer is needed.
messaging-text-reminder = A reminder: there is something for you to read where you wrote before. No answer is needed.
messaging-text-received = Your text has arrived. A person will read it.
messaging-text-genuine = Yes, this number is one of ours.
messaging-text-not-genuine = No, this number is not one of ours. Give no money and no papers.
# What a person may text to us, one by one with commas between: to get nothing more, to get messages again, and to
# say that the phone is hers alone.
messaging-words-stop = stop, stop all, stop please, please stop, stop messages, stop sms, end, quit, unsubscribe
messaging-words-start = start
messaging-words-mine = my phone, mine
