# Nobody is on duty: what can be promised, and what she can do.
complaints-nobody = अभी पढ़ने के लिए कोई नहीं है। { $time } के बाद कोई इंसान इसे पढ़ेगा। इंतज़ार न कर सकें तो फ़ोन करें।
complaints-first-nobody = हम नाम या पासपोर्ट नहीं माँगते। अभी पढ़ने के लिए कोई नहीं है। आप जो भेजेंगे, { $time } के बाद कोई इंसान उसे पढ़ेगा।
