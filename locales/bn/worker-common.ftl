# কর্মীদের সব পাতায় ব্যবহৃত শব্দ।

common-product = হক্কি
common-product-meaning = “আমার অধিকার”
common-quick-exit = এখনই বেরিয়ে যান
common-quick-exit-hint = এই পাতা বন্ধ হয়ে অন্য একটি সাধারণ পাতা খুলবে।
common-danger-call = বিপদে আছেন? ফোন করুন: { $number }
common-call-us = কারও সঙ্গে কথা বলুন: { $number }
common-back = পেছনে যান
common-next = পরের পাতা
common-continue = এগিয়ে যান
common-send = পাঠান
common-save = রেখে দিন
common-cancel = বাতিল করুন
common-change = বদলান
common-close = বন্ধ করুন
common-yes = হ্যাঁ
common-no = না
common-unknown = আমি জানি না
common-optional = চাইলে খালি রাখতে পারেন
common-listen = শুনুন
common-print = ছাপান
common-home = প্রথম পাতা
common-skip-link = সরাসরি মূল অংশে যান
common-language-label = আপনার ভাষা বেছে নিন
common-footer-free = এই সেবা বিনামূল্যে। এর জন্য কেউ আপনার কাছে টাকা চাইতে পারে না।
common-footer-private = আপনি কে, এই পাতা তা আপনার মালিককে জানায় না।
common-demo-mark = এটি শুধু দেখানোর জন্য: এখানে কিছুই সত্যি নয়, আর আপনি যা পাঠান তা কেউ পড়ে না।

common-error-title = একটি সমস্যা হয়েছে
common-error-prefix = ভুল:
common-error-summary-intro = এই উত্তরগুলো আরেকবার দেখুন:
common-error-required = এই প্রশ্নের উত্তর দিন।
common-error-choose = যেকোনো একটি উত্তর বেছে নিন।
common-error-too-long = { $max ->
    [one] লেখাটি বেশি বড়। সবচেয়ে বেশি { $max }টি অক্ষর লেখা যাবে।
   *[other] লেখাটি বেশি বড়। সবচেয়ে বেশি { $max }টি অক্ষর লেখা যাবে।
}
common-error-invalid = এই উত্তরটি আমরা পড়তে পারছি না। অন্যভাবে লিখুন।

common-problem-not-found-title = এই পাতাটি এখানে নেই
common-problem-not-found = ঠিকানাটি মিলিয়ে দেখুন, অথবা প্রথম পাতা থেকে আবার শুরু করুন।
common-problem-too-large-title = একবারে এত বেশি নেওয়া যাচ্ছে না
common-problem-too-large = আপনার লেখা বা ফাইল খুব বড়। পেছনে গিয়ে ছোট করে আবার পাঠান। আপনার লেখা সেখানে আগের মতোই আছে।
common-problem-forbidden-title = আপনি এই পাতা খুলতে পারবেন না
common-problem-forbidden = এই পাতাটি অন্য কারও জন্য। প্রথম পাতা থেকে আবার শুরু করুন।
common-problem-expired-title = এই পাতাটি অনেকক্ষণ খোলা ছিল
common-problem-expired = আপনাকে নিরাপদ রাখতে একটি পাতা কিছু সময়ের জন্যই কাজ করে। আপনার উত্তরগুলো এখানেই আছে। আবার পাঠান।
common-problem-try-again-title = আমাদের দিক থেকে একটি গোলমাল হয়েছে
common-problem-try-again = দোষ আপনার নয়। এক মিনিট অপেক্ষা করে আবার চেষ্টা করুন। জরুরি হলে আমাদের ফোন করুন।
common-problem-method-title = এই পাতা এভাবে খোলা যায় না
common-problem-method = পেছনে গিয়ে পাতার বোতামগুলো ব্যবহার করুন।
common-problem-too-many-title = অনেকবার চেষ্টা করা হয়েছে
common-problem-too-many = কয়েক মিনিট অপেক্ষা করে আবার চেষ্টা করুন। বিপদে থাকলে এখনই ফোন করুন।
common-problem-bad-request-title = যা পাঠানো হয়েছে তা আমরা পড়তে পারিনি
common-problem-bad-request = পেছনে গিয়ে উত্তরগুলো দেখে আবার পাঠান।

common-money = { $amount } { $currency }
common-duration-moment = এক মিনিটের কম
common-duration-minutes = { $minutes } মিনিট
common-duration-hours = { $hours } ঘণ্টা
common-duration-hours-minutes = { $hours } ঘণ্টা { $minutes } মিনিট
common-duration-days = { $days ->
    [one] { $days } দিন
   *[other] { $days } দিন
}
common-duration-days-hours = { $days ->
    [one] { $days } দিন { $hours } ঘণ্টা
   *[other] { $days } দিন { $hours } ঘণ্টা
}
common-duration-left = { $duration } বাকি
common-duration-late = { $duration } দেরি হয়েছে
