# बाटो: मस्यौदा र जाँच, खतरा, पैसा, गोपनीयता, सुरक्षित सम्पर्क, आफ्नै भाषामा फोन।

web-drafted = यो भाषाका शब्द अहिले मस्यौदा हुन्। यो मातृभाषा भएको कसैले अझै हेरेको छैन।
web-drafted-report = केही गलत वा बुझ्न गाह्रो भए हामीलाई भन्नुहोस्
complaints-wording-title = केही गलत वा बुझ्न गाह्रो छ
complaints-wording-lead = तपाईंको भाषा बोल्ने अरूलाई मद्दत गर्नुहोस्। यहाँ आफ्नो बारेमा केही नलेख्नुहोस्: यसको जवाफ कसैले दिँदैन।
complaints-wording-shown = पानामा जस्तो लेखिएको छ
complaints-wording-better = तपाईं यसलाई कसरी भन्नुहुन्छ?
complaints-wording-done = धन्यवाद। कसैले यो हेर्नुहुन्छ।

complaints-call-title = तपाईंको भाषा बोल्नेसँग कुरा गर्नुहोस्
complaints-call-why = यी कुरा बुझिएन भने, तपाईंको भाषा बोल्ने कसैले फोन गरेर बुझाइदिन सक्नुहुन्छ।
complaints-call-lead = नाम भन्नु पर्दैन। यो उजुरी होइन।
complaints-call-number = फोन नम्बर
complaints-call-send = फोन गर्न भन्नुहोस्
complaints-call-done-title = तपाईंलाई फोन आउँछ
complaints-call-done = तपाईंको सुरक्षित समयमा, { $time } भन्दा अगाडि फोन आउँछ।
complaints-call-error-alone = हामी तपाईंको मात्र फोनमा फोन गर्छौँ। होइन भने अर्को फोन चलाउनुहोस्, वा पछि आउनुहोस्।

complaints-door-danger-hint = कसलाई फोन गर्ने, र एक थिचाइमा हामीलाई कसरी भन्ने
complaints-danger-title = तपाईं अहिले खतरामा हुनुहुन्छ?
complaints-danger-first = सक्नुहुन्छ भने अहिले नै फोन गर्नुहोस्:
complaints-danger-cannot = फोन गर्न सक्नुहुन्न?
complaints-danger-promise = रातो बटन थिच्नुहोस्। केही लेख्नु पर्दैन। एक जना मान्छेले { $time } भन्दा अगाडि पढ्नुहुन्छ।
complaints-danger-where = तपाईं कहाँ हुनुहुन्छ?
complaints-danger-number = तपाईंको फोन नम्बर, फोन तपाईंको मात्र भए
complaints-danger-send = म खतरामा छु: कार्यालयलाई अहिले भन्नुहोस्

complaints-learns-title = तपाईंले भनेको कुरा कसले थाहा पाउँछ?
complaints-learns = यसमा काम गर्नेले मात्र। एउटा कुरा फरक छ: कसैको ज्यान जान सक्छ वा ठूलो चोट लाग्न सक्छ, वा बच्चालाई दुःख भएको छ भने, मान्छेलाई जोगाउनेलाई भन्नु पर्न सक्छ। सुरक्षित भए पहिले तपाईंलाई भन्छौँ।
complaints-secret-can = तपाईं को हो नभनी हामी के गर्न सक्छौँ
complaints-secret-can-feasible = कसैको नाम नभनी हामी काम गर्ने पूरै ठाउँ हेर्न सक्छौँ। तर मालिकले अनुमान गर्न सक्छन्।
complaints-secret-can-difficult = तपाईंको नाम नभनी हामी सुरु गर्न सक्छौँ। तर यो कुरा थोरैलाई थाहा हुन्छ, त्यसैले तपाईंले भनेको भनेर मालिकले अनुमान गर्न सक्छन्। पछि नाम भन्न मिल्छ कि भनेर तपाईंलाई सोध्न सक्छौँ।
complaints-secret-can-impossible = यो तपाईंको मात्र कुरा हो। तपाईंको नाम नभनी मालिकलाई सोध्न मिल्दैन। तैपनि तपाईंले के गर्न सकिन्छ भनेर भन्न सक्छौँ। तपाईंले हुन्छ भनेपछि मात्र नाम भन्छौँ।
complaints-secret-anonymous-hint = जवाफ यहीँ, तपाईंको कोडबाट मात्र दिन सक्छौँ।
complaints-secret-open-hint = मालिकलाई तपाईंको नाम भन्न सक्छौँ।

complaints-claims = कुन तलब बाँकी छ?
complaints-claims-hint = अङ्क मात्र लेख्नुहोस्। थाहा नभएको खाली छोड्नुहोस्।
complaints-claim-month = महिना
complaints-claim-agreed = मिलेको तलब
complaints-claim-paid = पाएको तलब
complaints-claim-nothing = केही नपाएको भए 0 लेख्नुहोस्।
complaints-claim-add = अर्को महिना थप्नुहोस्
complaints-claim-sum = जम्मा बाँकी
complaints-error-amount = रकम अङ्कमा लेख्नुहोस्, जस्तै 150 वा 150.50।
complaints-error-month = यो तलबको महिना छान्नुहोस्।

complaints-channel-text = मलाई एसएमएस पठाउनुहोस्
complaints-whose = फोन वा इमेल कसको हो?
complaints-whose-alone = मेरो मात्र
complaints-whose-seen = मेरो, तर अरूले पनि हेर्छन्
complaints-whose-trusted = मैले विश्वास गर्ने मान्छेको
complaints-whose-employer = मालिकको, वा काममा अरू कसैको
complaints-never-call = कहिल्यै फोन नगर्नुहोस्
complaints-no-message = सन्देश नछोड्नुहोस्, नपठाउनुहोस्
complaints-safe-word = चिन्ने शब्द
complaints-safe-word-hint = तपाईंले रोजेको एउटा शब्द। फोन गर्नेले पहिले यही भन्छ, अनि हामी नै हौँ भनेर थाहा हुन्छ।
complaints-open-words = इमेलमा के बारेमा हो भनेर लेखे हुन्छ
complaints-open-words-hint = नत्र पढ्ने केही छ भनेर मात्र लेखिन्छ।
complaints-error-never-call = तपाईंले फोन माग्नुभयो, र कहिल्यै फोन नगर्न पनि भन्नुभयो। एउटा छान्नुहोस्।
complaints-error-mail = इमेल ठेगाना name@example.com जस्तो हुन्छ। फेरि हेर्नुहोस्।

messaging-arrived-open-subject = तपाईंको उजुरी आइपुग्यो
messaging-arrived-open-body = काम बारेको तपाईंको उजुरी आइपुग्यो। एक जना मान्छेले पढ्नुहुन्छ। जवाफ आफ्नो नम्बर र कोडले पढ्न सक्नुहुन्छ। कृपया यो इमेलको जवाफ नदिनुहोस्।
messaging-news-open-subject = तपाईंको उजुरीको नयाँ खबर
messaging-news-open-body = काम बारेको तपाईंको उजुरीमा नयाँ खबर छ। आफ्नो नम्बर र कोडले पढ्न सक्नुहुन्छ। कृपया यो इमेलको जवाफ नदिनुहोस्।
