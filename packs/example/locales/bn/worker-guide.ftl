# Where the offices are, and names of opening hours.
hours-usual = সাধারণ সময়
hours-summer = গ্রীষ্মকাল
office-house-of-work-address = ল্যাম্প স্ট্রিট 1, পুরোনো বাজারের পাশে
office-house-of-work-way = দুই তলা উপরে; চত্বর থেকে সবুজ বাতি ধরে আসুন।
office-norrin-address = হিল রোড 9, নরিন
office-norrin-way = বাসে শেষ স্টপ, তারপর বাঁ দিকে সাদা বাড়ি।
office-sarel-address = ঘাট 4, সারেল
office-sarel-way = বন্দরের ফটক থেকে দ্বিতীয় দরজা; সবার জন্য খোলা।
