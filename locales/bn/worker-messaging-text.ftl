# Text messages. Others may read them: they tell nothing, ask for nothing, and fit into two.
messaging-text-arrived = আপনি যা পাঠিয়েছেন তা পৌঁছেছে। উত্তর দেওয়ার দরকার নেই।
messaging-text-news = আগে যেখানে লিখেছিলেন, সেখানে আপনার জন্য নতুন কিছু আছে। সুবিধামতো পড়ুন। উত্তর দেওয়ার দরকার নেই।
messaging-text-reminder = মনে করিয়ে দিচ্ছি: আগে যেখানে লিখেছিলেন, সেখানে আপনার পড়ার কিছু আছে। উত্তর দেওয়ার দরকার নেই।
messaging-text-received = আপনার লেখা পৌঁছেছে। একজন মানুষ এটি পড়বেন।
messaging-text-genuine = হ্যাঁ, এই নম্বরটি আমাদের।
messaging-text-not-genuine = না, এই নম্বরটি আমাদের নয়। টাকা বা কাগজপত্র দেবেন না।
# What a person may text to us, one by one with commas between: to get nothing more, to get messages again, and to
# say that the phone is hers alone.
messaging-words-stop = বন্ধ, বন্ধ করুন, বন্ধ কর, থামান
messaging-words-start = শুরু
messaging-words-mine = আমার ফোন, নিজের ফোন
