# Filing: reading over, reaching her, codes that were renewed.
complaints-error-filer = ဒီမှာ အကောင့်နဲ့ ဝင်တဲ့သူတွေပဲ ဒါကို ရွေးလို့ရပါတယ်။
complaints-change = ပြင်ပါ
complaints-contact-kept = အရင်ပေးထားတာကို ဆက်ထားချင်ရင် ဒီနေရာကို လွတ်ထားပါ။
complaints-safe-word-forget = အမှတ်အသားစကားလုံး မလိုတော့ပါ
complaints-code-renewed = ရုံးက ကုဒ်အသစ် ပေးထားသလား။ ဒါဆို ကုဒ်အသစ်ပဲ သုံးလို့ရပါတယ်။ အဲဒါ မရှိရင် ကျွန်ုပ်တို့ကို ဖုန်းဆက်ခိုင်းပါ၊ ဒါမှမဟုတ် အလုပ်သမားရုံးကို သွားပါ။ ကျွန်ုပ်တို့ ကူညီပါမယ်။
complaints-evidence-filer-lead = အလုပ်သမားအတွက် ဓာတ်ပုံ၊ စာရွက် ဒါမှမဟုတ် အသံဖိုင် ထည့်လို့ရပါတယ်။ ဒီမှာ ပြန်ဖွင့်ကြည့်လို့ မရပါဘူး။
complaints-evidence-filer-count = သင်ထည့်ထားတဲ့ ဖိုင်များ: { $number }
complaints-group-secret = ဒါ ဘယ်သူလဲဆိုတာ အလုပ်ရှင် သိရင် ရမလား။
complaints-group-secret-anonymous = မရဘူး၊ နာမည်လည်း မပေးဘူး
complaints-group-claims = ဒီအလုပ်သမားရဲ့ ဘယ်လစာ မရသေးတာလဲ။
