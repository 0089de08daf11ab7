# Text messages. Others may read them: they tell nothing, ask for nothing, and fit into two.
messaging-text-arrived = तपाईंले पठाएको कुरा आइपुग्यो। जवाफ दिनु पर्दैन।
messaging-text-news = पहिले लेख्नुभएको ठाउँमा तपाईंका लागि नयाँ कुरा छ। मिलेको बेला पढ्नुहोस्। जवाफ दिनु पर्दैन।
messaging-text-reminder = सम्झना: पहिले लेख्नुभएको ठाउँमा तपाईंले पढ्नुपर्ने कुरा छ। जवाफ दिनु पर्दैन।
messaging-text-received = तपाईंको सन्देश आइपुग्यो। एक जना मान्छेले यो पढ्नुहुन्छ।
messaging-text-genuine = हो, यो नम्बर हाम्रो हो।
messaging-text-not-genuine = होइन, यो नम्बर हाम्रो होइन। पैसा वा कागज नदिनुहोस्।
# What a person may text to us, one by one with commas between: to get nothing more, to get messages again, and to
# say that the phone is hers alone.
messaging-words-stop = बन्द, बन्द गर्नुहोस्, रोक्नुहोस्
messaging-words-start = सुरु
messaging-words-mine = मेरो फोन
