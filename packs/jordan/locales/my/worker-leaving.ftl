# Reasons for leaving, and the days that start a clock.
leaving-violence = ရိုက်တာ ဒါမှမဟုတ် ခြိမ်းခြောက်တာ
leaving-harassment = လိင်ပိုင်း နှောင့်ယှက်တာ
leaving-danger = အန္တရာယ်ရှိတဲ့ အလုပ် ဒါမှမဟုတ် နေရာ
leaving-other-job = သဘောတူထားတာနဲ့ မတူတဲ့ အလုပ် ဒါမှမဟုတ် နေရာ
leaving-wage-cut = လစာ လျှော့ခံရတယ်
leaving-not-paid = လစာ မရဘူး
leaving-papers-kept = ပတ်စပို့ ဒါမှမဟုတ် စာရွက်တွေ သိမ်းထားတယ်
leaving-other = တခြားအကြောင်း
start-left-work = အလုပ်က ထွက်ခဲ့တဲ့နေ့
start-dismissed = အလုပ်ဖြုတ်ခံရတဲ့နေ့
start-last-day-worked = နောက်ဆုံး အလုပ်လုပ်တဲ့နေ့
start-claim-arose = ငွေပေးရမယ့်နေ့
start-penalty-notified = ပြစ်ဒဏ်အကြောင်း ပြောခံရတဲ့နေ့
start-closed = တိုင်ကြားချက် ပိတ်တဲ့နေ့
deadline-reopening = တိုင်ကြားချက်ကို ပြန်ဖွင့်ပါ
deadline-objection = ရလဒ်ကို သဘောမတူဘူးလို့ ပြောပါ
