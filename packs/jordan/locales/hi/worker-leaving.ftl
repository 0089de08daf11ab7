# Reasons for leaving, and the days that start a clock.
leaving-violence = मारपीट या धमकी
leaving-harassment = यौन उत्पीड़न
leaving-danger = ख़तरनाक काम या जगह
leaving-other-job = तय से अलग काम या जगह
leaving-wage-cut = तनख़्वाह काट दी गई
leaving-not-paid = तनख़्वाह नहीं मिली
leaving-papers-kept = पासपोर्ट या काग़ज़ रख लिए गए
leaving-other = कुछ और
start-left-work = काम छोड़ने का दिन
start-dismissed = काम से निकाले जाने का दिन
start-last-day-worked = काम का आख़िरी दिन
start-claim-arose = जिस दिन पैसा मिलना था
start-penalty-notified = जिस दिन सज़ा के बारे में बताया गया
start-closed = जिस दिन शिकायत बंद हुई
deadline-reopening = शिकायत फिर से खोलें
deadline-objection = कहें कि नतीजा मंज़ूर नहीं
