# Reasons for leaving, and the days that start a clock.
leaving-hurt = মারধর বা হুমকি
leaving-touched = যৌন হয়রানি
leaving-unsafe = বিপজ্জনক কাজ বা জায়গা
leaving-other-work = কথার বাইরের কাজ বা জায়গা
leaving-no-pay = আমাকে বেতন দেওয়া হয়নি
leaving-other = অন্য কিছু
start-left-work = কাজ ছাড়ার দিন
start-dismissed = ছাঁটাইয়ের দিন
start-claim-arose = টাকা পাওয়ার কথা যেদিন
start-closed = অভিযোগ শেষ হওয়ার দিন
deadline-reopening = অভিযোগ আবার খুলুন
deadline-objection = ফলে রাজি নন বলে জানান
