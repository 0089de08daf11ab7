# Text messages. Others may read them: they tell nothing, ask for nothing, and fit into two.
messaging-text-arrived = وصل ما أرسلته. لا حاجة إلى الرد.
messaging-text-news = يوجد شيء جديد لك حيث كتبت من قبل. اقرأه متى ناسبك. لا حاجة إلى الرد.
messaging-text-reminder = تذكير: يوجد شيء لتقرأه حيث كتبت من قبل. لا حاجة إلى الرد.
messaging-text-received = وصلت رسالتك. سيقرؤها شخص.
messaging-text-genuine = نعم، هذا الرقم من أرقامنا.
messaging-text-not-genuine = لا، هذا الرقم ليس من أرقامنا. لا تعط مالًا ولا أوراقًا.
# What a person may text to us, one by one with commas between: to get nothing more, to get messages again, and to
# say that the phone is hers alone.
messaging-words-stop = أوقف, إيقاف, قف, توقف
messaging-words-start = ابدأ, بدء
messaging-words-mine = هاتفي, لي وحدي
