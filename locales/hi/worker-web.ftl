# हर पन्ने के चारों ओर के शब्द।
web-patterns-title = नमूने
web-patterns-lead = पन्ने जिन हिस्सों से बनते हैं, हर हिस्सा एक बार।
web-patterns-field = एक सवाल
web-patterns-clocks = बाक़ी समय
web-patterns-chart = आँकड़े
web-patterns-empty = यहाँ अभी कुछ नहीं है।
web-patterns-icons = निशान
web-problem-unauthorized-title = कृपया बताएँ कि आप कौन हैं
web-problem-unauthorized = यहाँ आने के लिए सही टोकन चाहिए। अपने सिस्टम चलाने वाले से माँगें।
web-problem-conflict-title = इस बीच यह बदल गया
web-problem-conflict = कुछ भी सेव नहीं हुआ। पन्ना फिर खोलें, जो नया है उसे देखें, और फिर तय करें।
web-problem-unprocessable-title = कुछ जवाब ऐसे नहीं लिए जा सकते
web-problem-unprocessable = यहाँ लिखे ख़ाने देखें, ठीक करें, और फिर भेजें।
web-problem-expired-title = यह फ़ॉर्म बहुत देर खुला रहा
web-problem-expired = कुछ भी सेव नहीं हुआ। पीछे जाएँ, अपना लिखा कॉपी करें, पन्ना फिर खोलें, और भेज दें।
web-problem-kept = आपने जो लिखा
web-error-shape = यह इस रूप में पढ़ा नहीं जा सकता।
