# शब्द जो कामगार के हर पन्ने पर आते हैं। कर्मचारियों के पन्ने भी इन्हें ले सकते हैं।

common-product = हक़्क़ी
common-product-meaning = “मेरा हक़”
common-quick-exit = अभी बाहर निकलें
common-quick-exit-hint = यह पन्ना बंद होगा और कोई दूसरा आम पन्ना खुल जाएगा।
common-danger-call = ख़तरा है? फ़ोन करें: { $number }
common-call-us = किसी से बात करें: { $number }
common-back = पीछे जाएँ
common-next = आगे
common-continue = जारी रखें
common-send = भेजें
common-save = सेव करें
common-cancel = रहने दें
common-change = बदलें
common-close = बंद करें
common-yes = हाँ
common-no = नहीं
common-unknown = मुझे नहीं पता
common-optional = चाहें तो ख़ाली छोड़ दें
common-listen = सुनें
common-print = छापें
common-home = पहला पन्ना
common-skip-link = सीधे ख़ास हिस्से पर जाएँ
common-language-label = अपनी भाषा चुनें
common-footer-free = यह सेवा मुफ़्त है। इसके लिए आपसे कोई पैसे नहीं माँग सकता।
common-footer-private = यह पन्ना आपके मालिक को नहीं बताता कि आप कौन हैं।
common-demo-mark = यह सिर्फ़ दिखाने के लिए है: यहाँ कुछ भी असली नहीं, और आप जो भेजें उसे कोई नहीं पढ़ता।

common-error-title = कुछ ठीक नहीं है
common-error-prefix = ग़लती:
common-error-summary-intro = इन जवाबों को एक बार फिर देखें:
common-error-required = इस सवाल का जवाब दें।
common-error-choose = कोई एक जवाब चुनें।
common-error-too-long = { $max ->
    [one] यह बहुत लंबा है। ज़्यादा से ज़्यादा { $max } अक्षर लिखें।
   *[other] यह बहुत लंबा है। ज़्यादा से ज़्यादा { $max } अक्षर लिखें।
}
common-error-invalid = यह जवाब हमसे पढ़ा नहीं गया। इसे किसी और तरह लिखें।

common-problem-not-found-title = यह पन्ना यहाँ नहीं है
common-problem-not-found = पता जाँच लें, या पहले पन्ने से फिर शुरू करें।
common-problem-too-large-title = यह एक बार में बहुत ज़्यादा है
common-problem-too-large = आपका लिखा या फ़ाइल बहुत बड़ी है। पीछे जाएँ, छोटा करें और फिर भेजें। आपका लिखा वहीं रखा है।
common-problem-forbidden-title = यह पन्ना आप नहीं खोल सकते
common-problem-forbidden = यह पन्ना किसी और के लिए है। पहले पन्ने से फिर शुरू करें।
common-problem-expired-title = यह फ़ॉर्म बहुत देर खुला रहा
common-problem-expired = आपकी सुरक्षा के लिए फ़ॉर्म कुछ ही देर चलता है। आपके जवाब यहीं हैं। फिर से भेज दें।
common-problem-try-again-title = हमारी तरफ़ कुछ गड़बड़ हो गई
common-problem-try-again = इसमें आपकी ग़लती नहीं है। एक मिनट रुककर फिर कोशिश करें। जल्दी हो तो हमें फ़ोन करें।
common-problem-method-title = यह पन्ना ऐसे नहीं खुलता
common-problem-method = पीछे जाएँ और पन्ने के बटन दबाएँ।
common-problem-too-many-title = बहुत बार कोशिश हो चुकी है
common-problem-too-many = कुछ मिनट रुकें, फिर कोशिश करें। ख़तरा हो तो अभी फ़ोन करें।
common-problem-bad-request-title = जो भेजा गया, हमसे पढ़ा नहीं गया
common-problem-bad-request = पीछे जाएँ, अपने जवाब देखें और फिर भेजें।

common-money = { $amount } { $currency }
common-duration-moment = एक मिनट से कम
common-duration-minutes = { $minutes } मिनट
common-duration-hours = { $hours ->
    [one] { $hours } घंटा
   *[other] { $hours } घंटे
}
common-duration-hours-minutes = { $hours ->
    [one] { $hours } घंटा { $minutes } मिनट
   *[other] { $hours } घंटे { $minutes } मिनट
}
common-duration-days = { $days ->
    [one] { $days } दिन
   *[other] { $days } दिन
}
common-duration-days-hours = { $days ->
    [one] { $days } दिन { $hours } घंटे
   *[other] { $days } दिन { $hours } घंटे
}
common-duration-left = { $duration } बाक़ी
common-duration-late = { $duration } की देर
