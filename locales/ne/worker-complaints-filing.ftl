# Filing: reading over, reaching her, codes that were renewed.
complaints-error-filer = यहाँ साइन इन गर्ने मानिसले मात्र यो छान्न सक्छन्।
complaints-change = बदल्नुहोस्
complaints-contact-kept = पहिले दिएको कुरा राख्न यो खाली छोड्नुहोस्।
complaints-safe-word-forget = मलाई अब चिन्ने शब्द चाहिँदैन
complaints-code-renewed = कार्यालयले तपाईंलाई नयाँ कोड दियो? त्यसो भए नयाँ कोड मात्र चल्छ। त्यो तपाईंसँग छैन भने हामीलाई फोन गर्न भन्नुहोस् वा श्रम कार्यालय जानुहोस्। हामी मद्दत गर्छौँ।
complaints-evidence-filer-lead = तपाईं कामदारको लागि फोटो, कागज वा रेकर्ड थप्न सक्नुहुन्छ। यहाँ तिनलाई फेरि खोल्न सक्नुहुन्न।
complaints-evidence-filer-count = तपाईंले थपेका फाइल: { $number }
complaints-group-secret = मालिकले यो को हो भनी थाहा पाउन हुन्छ?
complaints-group-secret-anonymous = हुँदैन, र कुनै नाम दिइँदैन
complaints-group-claims = यो कामदारको कुन तलब बाँकी छ?
