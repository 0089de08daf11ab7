# প্রতিটি পাতার চারপাশের কথা।
web-patterns-title = নকশা
web-patterns-lead = পাতা যেসব অংশ দিয়ে তৈরি, প্রতিটি একবার করে।
web-patterns-field = একটি প্রশ্ন
web-patterns-clocks = বাকি সময়
web-patterns-chart = সংখ্যা
web-patterns-empty = এখানে এখনো কিছু নেই।
web-patterns-icons = চিহ্ন
web-problem-unauthorized-title = দয়া করে বলুন আপনি কে
web-problem-unauthorized = এখানে ঢুকতে একটি বৈধ টোকেন লাগে। আপনার প্রশাসকের কাছে চান।
web-problem-conflict-title = এর মধ্যে এটি বদলে গেছে
web-problem-conflict = কিছুই জমা হয়নি। পাতাটি আবার খুলুন, নতুন কী আছে দেখুন, তারপর আবার ঠিক করুন।
web-problem-unprocessable-title = কিছু উত্তর এভাবে নেওয়া যাচ্ছে না
web-problem-unprocessable = এখানে বলা ঘরগুলো দেখুন, ঠিক করুন, তারপর আবার পাঠান।
web-problem-expired-title = এই ফর্মটি অনেকক্ষণ খোলা ছিল
web-problem-expired = কিছুই জমা হয়নি। যা লিখেছেন তা কপি করুন, পাতাটি আবার খুলুন, তারপর পাঠান।
web-problem-kept = আপনি যা লিখেছেন
web-error-shape = এটি এভাবে পড়া যাচ্ছে না।
