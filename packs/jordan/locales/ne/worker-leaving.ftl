# Reasons for leaving, and the days that start a clock.
leaving-violence = कुटपिट वा धम्की
leaving-harassment = यौन दुर्व्यवहार
leaving-danger = खतरनाक काम वा ठाउँ
leaving-other-job = कुरा भएकोभन्दा अर्कै काम वा ठाउँ
leaving-wage-cut = मेरो तलब घटाइयो
leaving-not-paid = मलाई तलब दिइएन
leaving-papers-kept = मेरो राहदानी वा कागज राखियो
leaving-other = अरू केही
start-left-work = काम छोडेको दिन
start-dismissed = कामबाट निकालिएको दिन
start-last-day-worked = कामको अन्तिम दिन
start-claim-arose = पैसा पाउनुपर्ने दिन
start-penalty-notified = सजायबारे थाहा पाएको दिन
start-closed = उजुरी बन्द भएको दिन
deadline-reopening = उजुरी फेरि खोल्नुहोस्
deadline-objection = नतिजामा सहमत छैनँ भन्नुहोस्
