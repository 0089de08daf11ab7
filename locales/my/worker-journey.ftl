# လမ်းစဉ်- မူကြမ်းနဲ့ စစ်ဆေးမှု၊ အန္တရာယ်၊ ငွေ၊ လျှို့ဝှက်ချက်၊ ဘေးကင်းတဲ့ ဆက်သွယ်မှု၊ ကိုယ့်ဘာသာစကားနဲ့ ဖုန်း။

web-drafted = ဒီဘာသာစကားနဲ့ ရေးထားတာတွေက မူကြမ်းပဲ ရှိသေးတယ်။ ဒီဘာသာစကားကို မိခင်ဘာသာအဖြစ် ပြောတဲ့သူ မစစ်ရသေးပါဘူး။
web-drafted-report = မှားတာ ဒါမှမဟုတ် နားလည်ရခက်တာ ရှိရင် ပြောပြပါ
complaints-wording-title = မှားတာ ဒါမှမဟုတ် နားလည်ရခက်တာ ရှိတယ်
complaints-wording-lead = ဒီဘာသာစကား ပြောတဲ့ တခြားသူတွေကို ကူညီပါ။ ဒီမှာ ကိုယ့်အကြောင်း ဘာမှ မရေးပါနဲ့။ ဒါကို ဘယ်သူမှ စာမပြန်ပါဘူး။
complaints-wording-shown = စာမျက်နှာပေါ်က စာအတိုင်း
complaints-wording-better = ဘယ်လို ပြောရင် ကောင်းမလဲ။
complaints-wording-done = ကျေးဇူးတင်ပါတယ်။ လူတစ်ယောက်က ကြည့်ပါမယ်။

complaints-call-title = ဒီဘာသာစကား တတ်တဲ့သူနဲ့ စကားပြောပါ
complaints-call-why = ဒါတွေ မရှင်းရင် ဒီဘာသာစကား တတ်တဲ့သူက ဖုန်းဆက်ပြီး ရှင်းပြနိုင်ပါတယ်။
complaints-call-lead = နာမည် မပြောလည်း ရပါတယ်။ ဒါက တိုင်တာ မဟုတ်ပါဘူး။
complaints-call-number = ဖုန်းနံပါတ်
complaints-call-send = ဖုန်းဆက်ဖို့ တောင်းပါ
complaints-call-done-title = ဖုန်းလာပါမယ်
complaints-call-done = ဘေးကင်းတဲ့ အချိန်မှာ၊ { $time } မတိုင်ခင် ဖုန်းလာပါမယ်။
complaints-call-error-alone = ကိုယ်တစ်ယောက်တည်း သုံးတဲ့ ဖုန်းကိုပဲ ဆက်ပါတယ်။ မဟုတ်ရင် တခြားဖုန်း သုံးပါ၊ ဒါမှမဟုတ် နောက်မှ ပြန်လာပါ။

complaints-door-danger-hint = ဘယ်သူ့ကို ဖုန်းဆက်ရမလဲ၊ တစ်ချက်နှိပ်ပြီး ဘယ်လို ပြောရမလဲ
complaints-danger-title = အခု အန္တရာယ်ရှိနေလား။
complaints-danger-first = ဆက်လို့ရရင် အခု ဖုန်းဆက်ပါ။
complaints-danger-cannot = ဖုန်းဆက်လို့ မရဘူးလား။
complaints-danger-promise = အနီရောင်ခလုတ်ကို နှိပ်ပါ။ ဘာမှ ရေးစရာမလိုပါဘူး။ { $time } မတိုင်ခင် လူတစ်ယောက်က ဖတ်ပါမယ်။
complaints-danger-where = အခု ဘယ်မှာလဲ။
complaints-danger-number = ဖုန်းနံပါတ်၊ ကိုယ်တစ်ယောက်တည်း သုံးတဲ့ ဖုန်းဆိုမှ
complaints-danger-send = အန္တရာယ်ရှိနေတယ်။ ရုံးကို အခု ပြောပါ

complaints-learns-title = ပြောတာကို ဘယ်သူ သိမလဲ။
complaints-learns = ဒါကို ကိုင်တွယ်တဲ့သူပဲ သိပါမယ်။ တစ်ခုတော့ ကွာတယ်။ တစ်ယောက်ယောက် သေနိုင်၊ ပြင်းပြင်းထန်ထန် ထိခိုက်နိုင်ရင်၊ ဒါမှမဟုတ် ကလေးတစ်ယောက် ထိခိုက်နေရင် လူတွေကို ကာကွယ်ပေးတဲ့သူတွေကို ပြောရနိုင်ပါတယ်။ ဘေးကင်းရင် အရင် ပြောပြပါမယ်။
complaints-secret-can = ဘယ်သူလဲဆိုတာ မပြောဘဲ လုပ်ပေးနိုင်တာ
complaints-secret-can-feasible = ဘယ်သူ့နာမည်မှ မပြောဘဲ အလုပ်ခွင် တစ်ခုလုံးကို စစ်ဆေးနိုင်ပါတယ်။ ဒါပေမဲ့ အလုပ်ရှင်က ခန့်မှန်းနိုင်ပါတယ်။
complaints-secret-can-difficult = နာမည်မပြောဘဲ စနိုင်ပါတယ်။ ဒါပေမဲ့ ဒါကို သိတဲ့သူ နည်းလို့ ဘယ်သူ ပြောတယ်ဆိုတာ အလုပ်ရှင်က ခန့်မှန်းနိုင်ပါတယ်။ နာမည်ပြောလို့ ရမလား နောက်မှ မေးနိုင်ပါတယ်။
complaints-secret-can-impossible = ဒါက ကိုယ်တစ်ယောက်တည်းရဲ့ ကိစ္စပါ။ နာမည်မပြောဘဲ အလုပ်ရှင်ကို မမေးနိုင်ပါဘူး။ ဘာလုပ်လို့ရလဲ ဆိုတာတော့ ပြောပြနိုင်ပါတယ်။ သဘောတူမှပဲ နာမည်ကို ပြောပါမယ်။
complaints-secret-anonymous-hint = ဒီမှာပဲ၊ ကုဒ်နဲ့ပဲ ပြန်ဖြေနိုင်ပါတယ်။
complaints-secret-open-hint = အလုပ်ရှင်ကို နာမည်ပြောနိုင်ပါတယ်။

complaints-claims = ဘယ်လစာ မရသေးတာလဲ။
complaints-claims-hint = ဂဏန်းပဲ ရေးပါ။ မသိတာကို ကွက်လပ်ထားပါ။
complaints-claim-month = လ
complaints-claim-agreed = ပေးမယ်လို့ ပြောထားတဲ့ လစာ
complaints-claim-paid = ရတဲ့ လစာ
complaints-claim-nothing = ဘာမှမရရင် 0 လို့ ရေးပါ။
complaints-claim-add = နောက်တစ်လ ထည့်ပါ
complaints-claim-sum = စုစုပေါင်း ရဖို့ကျန်တာ
complaints-error-amount = ငွေပမာဏကို ဂဏန်းနဲ့ ရေးပါ၊ ဥပမာ 150 ဒါမှမဟုတ် 150.50။
complaints-error-month = ဒီလစာအတွက် လကို ရွေးပါ။

complaints-channel-text = မက်ဆေ့ချ် (SMS) ပို့ပါ
complaints-whose = ဒီဖုန်း ဒါမှမဟုတ် အီးမေးလ်က ဘယ်သူ့ဟာလဲ။
complaints-whose-alone = ကိုယ်တစ်ယောက်တည်းဟာ
complaints-whose-seen = ကိုယ့်ဟာ၊ ဒါပေမဲ့ တခြားသူတွေလည်း ကြည့်တယ်
complaints-whose-trusted = ယုံကြည်ရတဲ့သူရဲ့ဟာ
complaints-whose-employer = အလုပ်ရှင်ရဲ့ဟာ၊ ဒါမှမဟုတ် အလုပ်ထဲက တစ်ယောက်ရဲ့ဟာ
complaints-never-call = ဘယ်တော့မှ ဖုန်းမဆက်ပါနဲ့
complaints-no-message = စာမထားခဲ့ပါနဲ့၊ မပို့ပါနဲ့
complaints-safe-word = အမှတ်အသားစကားလုံး
complaints-safe-word-hint = ကိုယ်တိုင် ရွေးတဲ့ စကားလုံး။ ဖုန်းဆက်သူက ဒါကို အရင်ပြောမယ်၊ ဒါဆို ရုံးက ဆက်တာမှန်း သိပါမယ်။
complaints-open-words = ဘာအကြောင်းလဲဆိုတာ အီးမေးလ်ထဲ ရေးလို့ရတယ်
complaints-open-words-hint = မဟုတ်ရင် ဖတ်စရာရှိတယ်လို့ပဲ ပါပါမယ်။
complaints-error-never-call = ဖုန်းဆက်ဖို့ တောင်းထားတယ်၊ ဘယ်တော့မှ မဆက်ဖို့လည်း ပြောထားတယ်။ တစ်ခုပဲ ရွေးပါ။
complaints-error-mail = အီးမေးလ်လိပ်စာက name@example.com နဲ့ တူပါတယ်။ ပြန်ကြည့်ပါ။

messaging-arrived-open-subject = တိုင်ကြားချက် ရောက်ပါပြီ
messaging-arrived-open-body = အလုပ်အကြောင်း တိုင်ကြားချက် ရောက်ပါပြီ။ လူတစ်ယောက်က ဖတ်ပါမယ်။ အဖြေကို နံပါတ်နဲ့ ကုဒ်နဲ့ ဖတ်နိုင်ပါတယ်။ ဒီအီးမေးလ်ကို စာမပြန်ပါနဲ့။
messaging-news-open-subject = တိုင်ကြားချက်အတွက် သတင်းအသစ်
messaging-news-open-body = အလုပ်အကြောင်း တိုင်ကြားချက်အတွက် သတင်းအသစ် ရှိပါတယ်။ နံပါတ်နဲ့ ကုဒ်နဲ့ ဖတ်နိုင်ပါတယ်။ ဒီအီးမေးလ်ကို စာမပြန်ပါနဲ့။
