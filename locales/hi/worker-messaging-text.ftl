# Text messages. Others may read them: they tell nothing, ask for nothing, and fit into two.
messaging-text-arrived = आपने जो भेजा, वह पहुँच गया है। जवाब देने की ज़रूरत नहीं।
messaging-text-news = जहाँ आपने पहले लिखा था, वहाँ आपके लिए कुछ नया है। जब ठीक लगे तब पढ़ें। जवाब देने की ज़रूरत नहीं।
messaging-text-reminder = याद दिलाने के लिए: जहाँ आपने पहले लिखा था, वहाँ आपके पढ़ने के लिए कुछ है। जवाब देने की ज़रूरत नहीं।
messaging-text-received = आपका संदेश पहुँच गया है। एक व्यक्ति इसे पढ़ेगा।
messaging-text-genuine = हाँ, यह नंबर हमारा है।
messaging-text-not-genuine = नहीं, यह नंबर हमारा नहीं है। पैसे या काग़ज़ न दें।
# What a person may text to us, one by one with commas between: to get nothing more, to get messages again, and to
# say that the phone is hers alone.
messaging-words-stop = बंद, बंद करो, बंद करें, रोको, रोकें, रुको
messaging-words-start = शुरू
messaging-words-mine = मेरा फ़ोन, मेरा फोन
