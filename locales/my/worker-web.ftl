# စာမျက်နှာတိုင်းရဲ့ ဘောင်ထဲက စကားလုံးများ။
web-patterns-title = ပုံစံများ
web-patterns-lead = စာမျက်နှာတွေမှာ ပါတဲ့ အပိုင်းတိုင်းကို တစ်ခါစီ ပြထားတယ်။
web-patterns-field = မေးခွန်းတစ်ခု
web-patterns-clocks = ကျန်တဲ့အချိန်
web-patterns-chart = ကိန်းဂဏန်းများ
web-patterns-empty = ဒီမှာ ဘာမှ မရှိသေးပါဘူး။
web-patterns-icons = ရုပ်ပုံငယ်များ
web-problem-unauthorized-title = ဘယ်သူလဲဆိုတာ ပြောပေးပါ
web-problem-unauthorized = ဒီတံခါးအတွက် မှန်ကန်တဲ့ သော့ (တိုကင်) လိုပါတယ်။ စနစ်ကို စီမံတဲ့သူဆီ တောင်းပါ။
web-problem-conflict-title = ဒီအတောအတွင်း ဒါကို ပြင်လိုက်ကြပြီ
web-problem-conflict = ဘာမှ မသိမ်းရသေးပါဘူး။ စာမျက်နှာကို ပြန်ဖွင့်ပါ၊ အသစ်ကို ကြည့်ပြီး ပြန်ဆုံးဖြတ်ပါ။
web-problem-unprocessable-title = တချို့အဖြေတွေကို ဒီအတိုင်း သုံးလို့မရပါဘူး
web-problem-unprocessable = ဒီမှာ ဖော်ပြထားတဲ့ အကွက်တွေကို ကြည့်၊ ပြင်ပြီး ပြန်ပို့ပါ။
web-problem-expired-title = ဒီစာမျက်နှာ ဖွင့်ထားတာ ကြာသွားပြီ
web-problem-expired = ဘာမှ မသိမ်းရသေးပါဘူး။ နောက်ပြန်သွား၊ ရေးထားတာကို ကူးယူ၊ စာမျက်နှာကို ပြန်ဖွင့်ပြီး ပို့ပါ။
web-problem-kept = သင် ရေးခဲ့တာ
web-error-shape = ဒါကို ဒီပုံစံနဲ့ ဖတ်လို့ မရပါ။
