# रास्ता: मसौदे और जाँच, ख़तरा, पैसे, गोपनीयता, सुरक्षित संपर्क, अपनी भाषा में फ़ोन।

web-drafted = इस भाषा के शब्द अभी मसौदा हैं। जिनकी यह मातृभाषा है, उनमें से किसी ने अभी तक जाँचे नहीं हैं।
web-drafted-report = कुछ ग़लत या समझने में मुश्किल हो, तो हमें बताएँ
complaints-wording-title = कुछ ग़लत या समझने में मुश्किल है
complaints-wording-lead = अपनी भाषा के दूसरे लोगों की मदद करें। यहाँ अपने बारे में कुछ न लिखें: इसका जवाब कोई नहीं देता।
complaints-wording-shown = पन्ने पर जैसा लिखा है
complaints-wording-better = आप इसे कैसे कहेंगे?
complaints-wording-done = धन्यवाद। कोई इसे देखेगा।

complaints-call-title = अपनी भाषा जानने वाले से बात करें
complaints-call-why = अगर ये बातें साफ़ न हों, तो आपकी भाषा जानने वाला कोई फ़ोन करके समझा सकता है।
complaints-call-lead = नाम बताना ज़रूरी नहीं। यह शिकायत नहीं है।
complaints-call-number = फ़ोन नंबर
complaints-call-send = फ़ोन करने को कहें
complaints-call-done-title = आपको फ़ोन किया जाएगा
complaints-call-done = आपके सुरक्षित समय पर, { $time } से पहले आपको फ़ोन किया जाएगा।
complaints-call-error-alone = हम सिर्फ़ उस फ़ोन पर फ़ोन करते हैं जो बस आपका हो। ऐसा न हो, तो दूसरा फ़ोन लें, या बाद में आएँ।

complaints-door-danger-hint = किसे फ़ोन करें, और एक बटन से हमें कैसे बताएँ
complaints-danger-title = क्या आपको अभी ख़तरा है?
complaints-danger-first = हो सके तो अभी फ़ोन करें:
complaints-danger-cannot = फ़ोन नहीं हो सकता?
complaints-danger-promise = लाल बटन दबाएँ। कुछ लिखना ज़रूरी नहीं। कोई इंसान { $time } से पहले इसे पढ़ेगा।
complaints-danger-where = आप कहाँ हैं?
complaints-danger-number = आपका फ़ोन नंबर, सिर्फ़ अगर फ़ोन बस आपका हो
complaints-danger-send = मुझे ख़तरा है: दफ़्तर को अभी बताएँ

complaints-learns-title = आपकी बात किसे पता चलेगी?
complaints-learns = सिर्फ़ इस पर काम करने वालों को। एक बात अलग है: अगर किसी की जान जा सकती है या उसे बड़ी चोट लग सकती है, या किसी बच्चे को तकलीफ़ है, तो हमें उन्हें बताना पड़ सकता है जो लोगों को बचाते हैं। सुरक्षित हो, तो पहले आपको बताएँगे।
complaints-secret-can = आप कौन हैं, यह बताए बिना हम क्या कर सकते हैं
complaints-secret-can-feasible = हम किसी का नाम लिए बिना काम की पूरी जगह देख सकते हैं। फिर भी मालिक अंदाज़ा लगा सकता है।
complaints-secret-can-difficult = हम आपका नाम लिए बिना शुरू कर सकते हैं। पर यह बात कम लोग जानते हैं, इसलिए मालिक को अंदाज़ा हो सकता है कि यह आपने बताया। बाद में हम आपसे पूछ सकते हैं कि नाम ले सकते हैं या नहीं।
complaints-secret-can-impossible = यह सिर्फ़ आपके बारे में है। आपका नाम लिए बिना हम मालिक से यह नहीं पूछ सकते। फिर भी हम बता सकते हैं कि आप क्या कर सकते हैं। नाम तभी लेंगे जब आप हाँ कहें।
complaints-secret-anonymous-hint = जवाब सिर्फ़ यहीं, आपके कोड से मिल सकता है।
complaints-secret-open-hint = हम मालिक को आपका नाम बता सकते हैं।

complaints-claims = कौन सी तनख़्वाह बाक़ी है?
complaints-claims-hint = सिर्फ़ अंक लिखें। जो पता न हो, उसे ख़ाली छोड़ दें।
complaints-claim-month = महीना
complaints-claim-agreed = जितनी तनख़्वाह तय थी
complaints-claim-paid = जितनी तनख़्वाह मिली
complaints-claim-nothing = कुछ न मिला हो, तो 0 लिखें।
complaints-claim-add = एक और महीना जोड़ें
complaints-claim-sum = कुल बाक़ी
complaints-error-amount = रक़म अंकों में लिखें, जैसे 150 या 150.50।
complaints-error-month = इस तनख़्वाह का महीना चुनें।

complaints-channel-text = मुझे एसएमएस भेजें
complaints-whose = फ़ोन या ईमेल किसका है?
complaints-whose-alone = सिर्फ़ मेरा
complaints-whose-seen = मेरा, पर दूसरे भी देखते हैं
complaints-whose-trusted = किसी का, जिस पर मुझे भरोसा है
complaints-whose-employer = मालिक का, या काम पर किसी और का
complaints-never-call = कभी फ़ोन न करें
complaints-no-message = कोई संदेश न छोड़ें, न भेजें
complaints-safe-word = पहचान का शब्द
complaints-safe-word-hint = आपकी पसंद का एक शब्द। फ़ोन करने वाला पहले यही कहेगा, तो आप जान लेंगे कि हम ही हैं।
complaints-open-words = ईमेल में लिखा हो सकता है कि बात किस बारे में है
complaints-open-words-hint = नहीं तो उसमें बस इतना होगा कि पढ़ने के लिए कुछ है।
complaints-error-never-call = आपने फ़ोन माँगा है, और कभी फ़ोन न करने को भी कहा है। एक चुनें।
complaints-error-mail = ईमेल पता name@example.com जैसा होता है। फिर से देखें।

messaging-arrived-open-subject = आपकी शिकायत पहुँच गई
messaging-arrived-open-body = काम के बारे में आपकी शिकायत पहुँच गई। कोई इंसान इसे पढ़ेगा। जवाब आप अपने नंबर और कोड से पढ़ सकते हैं। कृपया इस ईमेल का जवाब न दें।
messaging-news-open-subject = आपकी शिकायत के बारे में नई बात
messaging-news-open-body = काम के बारे में आपकी शिकायत पर नई बात है। आप उसे अपने नंबर और कोड से पढ़ सकते हैं। कृपया इस ईमेल का जवाब न दें।
