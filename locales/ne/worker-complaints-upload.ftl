complaints-upload-going = पठाइँदैछ
complaints-upload-stopped = रोकियो: कनेक्सन छैन। यो आफैँ फेरि चल्छ।
complaints-upload-checking = सबै आइपुग्यो। अब हामी हेर्दैछौँ।
complaints-upload-again = यो पाना बन्द भयो भने यहाँ फर्केर उही फाइल छान्नुहोस्: जहाँ रोकिएको थियो त्यहीँबाट चल्छ।
complaints-problem-upload-title = फाइल पूरा आएन
complaints-problem-upload = फर्केर फाइल फेरि छान्नुहोस्। जहाँ रोकिएको थियो त्यहीँबाट चल्छ।
