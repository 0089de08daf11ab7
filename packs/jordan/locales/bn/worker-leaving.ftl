# Reasons for leaving, and the days that start a clock.
leaving-violence = মারধর বা হুমকি
leaving-harassment = যৌন হয়রানি
leaving-danger = বিপজ্জনক কাজ বা জায়গা
leaving-other-job = কথার বাইরের কাজ বা জায়গা
leaving-wage-cut = আমার বেতন কমানো হয়েছে
leaving-not-paid = আমাকে বেতন দেওয়া হয়নি
leaving-papers-kept = আমার পাসপোর্ট বা কাগজ আটকে রাখা
leaving-other = অন্য কিছু
start-left-work = কাজ ছাড়ার দিন
start-dismissed = ছাঁটাইয়ের দিন
start-last-day-worked = কাজের শেষ দিন
start-claim-arose = টাকা পাওয়ার কথা যেদিন
start-penalty-notified = শাস্তির কথা জানার দিন
start-closed = অভিযোগ শেষ হওয়ার দিন
deadline-reopening = অভিযোগ আবার খুলুন
deadline-objection = ফলে রাজি নন বলে জানান
