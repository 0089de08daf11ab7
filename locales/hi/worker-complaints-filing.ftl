# Filing: reading over, reaching her, codes that were renewed.
complaints-error-filer = यह सिर्फ़ वे लोग चुन सकते हैं जो यहाँ साइन इन करते हैं।
complaints-change = बदलें
complaints-contact-kept = पहले जो दिया था, वही रखना हो तो इसे खाली छोड़ें।
complaints-safe-word-forget = मुझे अब पहचान का शब्द नहीं चाहिए
complaints-code-renewed = क्या दफ़्तर ने आपको नया कोड दिया? तो अब सिर्फ़ नया कोड चलता है। वह आपके पास न हो तो हमसे फ़ोन करने को कहें या लेबर ऑफ़िस जाएँ। हम मदद करेंगे।
complaints-evidence-filer-lead = आप कामगार के लिए फ़ोटो, काग़ज़ या रिकॉर्डिंग जोड़ सकते हैं। यहाँ आप उन्हें फिर नहीं खोल सकेंगे।
complaints-evidence-filer-count = आपकी जोड़ी हुई फ़ाइलें: { $number }
complaints-group-secret = क्या मालिक को पता चल सकता है कि यह कौन है?
complaints-group-secret-anonymous = नहीं, और कोई नाम नहीं दिया जाता
complaints-group-claims = इस कामगार की कौन सी तनख़्वाह बाक़ी है?
