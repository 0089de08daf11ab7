# कामदारका सबै पानामा आउने शब्द। कर्मचारीका पानाले पनि लिन सक्छन्।

common-product = हक्की
common-product-meaning = “मेरो हक”
common-quick-exit = अहिले नै निस्कनुहोस्
common-quick-exit-hint = यो पाना बन्द हुन्छ र अर्को साधारण पाना खुल्छ।
common-danger-call = खतरामा हुनुहुन्छ? फोन गर्नुहोस्: { $number }
common-call-us = मान्छेसँग कुरा गर्नुहोस्: { $number }
common-back = पछाडि
common-next = अगाडि
common-continue = अघि बढ्नुहोस्
common-send = पठाउनुहोस्
common-save = सेभ गर्नुहोस्
common-cancel = रद्द गर्नुहोस्
common-change = फेर्नुहोस्
common-close = बन्द गर्नुहोस्
common-yes = हो
common-no = होइन
common-unknown = मलाई थाहा छैन
common-optional = खाली छोडे पनि हुन्छ
common-listen = सुन्नुहोस्
common-print = छाप्नुहोस्
common-home = पहिलो पाना
common-skip-link = सिधै मुख्य भागमा जानुहोस्
common-language-label = आफ्नो भाषा छान्नुहोस्
common-footer-free = यो सेवा निःशुल्क हो, पैसा लाग्दैन। यसका लागि कसैले तपाईंसँग पैसा माग्न पाउँदैन।
common-footer-private = तपाईं को हुनुहुन्छ भनेर यो पानाले तपाईंको मालिकलाई भन्दैन।
common-demo-mark = यो देखाउनका लागि मात्र हो: यहाँ केही पनि साँचो होइन, र तपाईंले पठाएको कसैले पढ्दैन।

common-error-title = केही मिलेन
common-error-prefix = गल्ती:
common-error-summary-intro = यी जवाफ फेरि एक पटक हेर्नुहोस्:
common-error-required = यो प्रश्नको जवाफ दिनुहोस्।
common-error-choose = एउटा जवाफ छान्नुहोस्।
common-error-too-long = { $max ->
    [one] यो धेरै लामो भयो। बढीमा { $max } अक्षर लेख्नुहोस्।
   *[other] यो धेरै लामो भयो। बढीमा { $max } अक्षर लेख्नुहोस्।
}
common-error-invalid = यो जवाफ हामीले पढ्न सकेनौँ। अर्को तरिकाले लेख्नुहोस्।

common-problem-not-found-title = यो पाना यहाँ छैन
common-problem-not-found = ठेगाना मिलाएर हेर्नुहोस्, वा पहिलो पानाबाट फेरि सुरु गर्नुहोस्।
common-problem-too-large-title = एकै पटक धेरै भयो
common-problem-too-large = तपाईंले लेखेको कुरा वा फाइल धेरै ठूलो छ। पछाडि जानुहोस्, छोटो बनाउनुहोस् र फेरि पठाउनुहोस्। तपाईंले लेखेको कुरा त्यहीँ छ।
common-problem-forbidden-title = यो पाना तपाईंले खोल्न मिल्दैन
common-problem-forbidden = यो पाना अरू कसैका लागि हो। पहिलो पानाबाट फेरि सुरु गर्नुहोस्।
common-problem-expired-title = यो फारम धेरै बेर खुला रह्यो
common-problem-expired = तपाईंको सुरक्षाका लागि फारम केही बेर मात्र चल्छ। तपाईंका जवाफ यहीँ छन्। फेरि पठाउनुहोस्।
common-problem-try-again-title = हाम्रोतिर केही बिग्रियो
common-problem-try-again = यो तपाईंको गल्ती होइन। एक मिनेट पर्खेर फेरि गर्नुहोस्। हतार छ भने हामीलाई फोन गर्नुहोस्।
common-problem-method-title = यो पाना यसरी खुल्दैन
common-problem-method = पछाडि जानुहोस् र पानाका बटन थिच्नुहोस्।
common-problem-too-many-title = धेरै पटक गरिसकियो
common-problem-too-many = केही मिनेट पर्खेर फेरि गर्नुहोस्। खतरामा हुनुहुन्छ भने अहिले नै फोन गर्नुहोस्।
common-problem-bad-request-title = पठाएको कुरा हामीले पढ्न सकेनौँ
common-problem-bad-request = पछाडि जानुहोस्, आफ्ना जवाफ हेर्नुहोस् र फेरि पठाउनुहोस्।

common-money = { $amount } { $currency }
common-duration-moment = एक मिनेटभन्दा कम
common-duration-minutes = { $minutes } मिनेट
common-duration-hours = { $hours } घण्टा
common-duration-hours-minutes = { $hours } घण्टा { $minutes } मिनेट
common-duration-days = { $days ->
    [one] { $days } दिन
   *[other] { $days } दिन
}
common-duration-days-hours = { $days ->
    [one] { $days } दिन { $hours } घण्टा
   *[other] { $days } दिन { $hours } घण्टा
}
common-duration-left = { $duration } बाँकी
common-duration-late = { $duration } ढिलो
