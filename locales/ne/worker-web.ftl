# हरेक पानाको वरिपरिका शब्द।
web-patterns-title = नमुना
web-patterns-lead = पाना बन्ने हरेक भाग, एक-एक पटक।
web-patterns-field = एउटा प्रश्न
web-patterns-clocks = बाँकी समय
web-patterns-chart = तथ्याङ्क
web-patterns-empty = यहाँ अहिले केही छैन।
web-patterns-icons = चिन्हहरू
web-problem-unauthorized-title = कृपया तपाईं को हुनुहुन्छ भन्नुहोस्
web-problem-unauthorized = यहाँ आउन चल्ने टोकन चाहिन्छ। सिस्टम चलाउनेसँग माग्नुहोस्।
web-problem-conflict-title = यसबीच यो फेरिएछ
web-problem-conflict = केही सेभ भएन। पाना फेरि खोल्नुहोस्, नयाँ के छ हेर्नुहोस्, र फेरि सोचेर गर्नुहोस्।
web-problem-unprocessable-title = केही जवाफ यसरी लिन मिल्दैन
web-problem-unprocessable = यहाँ भनिएका कोठा हेर्नुहोस्, मिलाउनुहोस्, र फेरि पठाउनुहोस्।
web-problem-expired-title = यो फारम धेरै बेर खुला रह्यो
web-problem-expired = केही सेभ भएन। पछाडि जानुहोस्, लेखेको कुरा कपी गर्नुहोस्, पाना फेरि खोल्नुहोस्, र पठाउनुहोस्।
web-problem-kept = तपाईंले लेखेको कुरा
web-error-shape = यो यसरी पढ्न सकिएन।
