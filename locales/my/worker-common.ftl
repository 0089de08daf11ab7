# အလုပ်သမား စာမျက်နှာအားလုံးမှာ သုံးတဲ့ စကားလုံးများ။

common-product = ဟက်ကီ
common-product-meaning = “ကိုယ့်အခွင့်အရေး”
common-quick-exit = အခုပဲ ထွက်ပါ
common-quick-exit-hint = ဒီစာမျက်နှာ ပိတ်သွားပြီး တခြား သာမန်စာမျက်နှာတစ်ခု ပွင့်လာမယ်။
common-danger-call = အန္တရာယ်ရှိနေလား။ { $number } ကို ဖုန်းဆက်ပါ
common-call-us = လူနဲ့ စကားပြောချင်ရင် { $number }
common-back = နောက်ပြန်သွားပါ
common-next = နောက်တစ်ခု
common-continue = ရှေ့ဆက်ပါ
common-send = ပို့ပါ
common-save = သိမ်းပါ
common-cancel = မလုပ်တော့ပါ
common-change = ပြင်ပါ
common-close = ပိတ်ပါ
common-yes = ဟုတ်ကဲ့
common-no = မဟုတ်ပါဘူး
common-unknown = မသိပါဘူး
common-optional = ဒါကို ကွက်လပ်ထားလို့ ရပါတယ်
common-listen = နားထောင်ပါ
common-print = ပရင့်ထုတ်ပါ
common-home = ပထမ စာမျက်နှာ
common-skip-link = အဓိကအပိုင်းကို တန်းသွားပါ
common-language-label = ဘာသာစကား ရွေးပါ
common-footer-free = ဒီဝန်ဆောင်မှုက အခမဲ့ပါ။ ဒီအတွက် ဘယ်သူမှ ပိုက်ဆံ မတောင်းရဘူး။
common-footer-private = ကိုယ်ဘယ်သူလဲဆိုတာ ဒီစာမျက်နှာက အလုပ်ရှင်ကို မပြောပါဘူး။
common-demo-mark = ဒါက နမူနာပဲ ဖြစ်ပါတယ်။ ဒီမှာရှိတာ ဘာမှ အစစ်မဟုတ်ဘူး။ ပို့တာတွေကိုလည်း ဘယ်သူမှ မဖတ်ပါဘူး။

common-error-title = ပြဿနာတစ်ခု ရှိနေတယ်
common-error-prefix = အမှား။
common-error-summary-intro = ဒီအဖြေတွေကို ပြန်ကြည့်ပေးပါ။
common-error-required = ဒီမေးခွန်းကို ဖြေပေးပါ။
common-error-choose = အဖြေတစ်ခု ရွေးပေးပါ။
common-error-too-long = { $max ->
   *[other] ဒါက ရှည်လွန်းတယ်။ အများဆုံး စာလုံး { $max } လုံးပဲ ရေးပါ။
}
common-error-invalid = ဒီအဖြေကို ဖတ်လို့မရပါဘူး။ တခြားနည်းနဲ့ ရေးပေးပါ။

common-problem-not-found-title = ဒီစာမျက်နှာ ဒီမှာ မရှိပါဘူး
common-problem-not-found = လိပ်စာကို ပြန်စစ်ပါ၊ ဒါမှမဟုတ် ပထမစာမျက်နှာက ပြန်စပါ။
common-problem-too-large-title = တစ်ခါတည်းအတွက် များလွန်းတယ်
common-problem-too-large = စာ ဒါမှမဟုတ် ဖိုင်က ကြီးလွန်းတယ်။ နောက်ပြန်သွား၊ အတိုချုံ့ပြီး ပြန်ပို့ပါ။ ရေးထားတာတွေ ရှိနေပါသေးတယ်။
common-problem-forbidden-title = ဒီစာမျက်နှာကို ဖွင့်လို့မရပါဘူး
common-problem-forbidden = ဒီစာမျက်နှာက တခြားသူအတွက်ပါ။ ပထမစာမျက်နှာက ပြန်စပါ။
common-problem-expired-title = ဒီစာမျက်နှာ ဖွင့်ထားတာ ကြာသွားပြီ
common-problem-expired = ဘေးကင်းအောင် ဒီစာမျက်နှာကို အချိန်အကန့်အသတ်နဲ့ပဲ သုံးလို့ရတယ်။ ဖြေထားတာတွေ ရှိနေပါသေးတယ်။ ပြန်ပို့ပေးပါ။
common-problem-try-again-title = ရုံးဘက်က တစ်ခုခု မှားသွားတယ်
common-problem-try-again = ကိုယ့်အမှား မဟုတ်ပါဘူး။ တစ်မိနစ်လောက် စောင့်ပြီး ထပ်လုပ်ကြည့်ပါ။ အရေးကြီးရင် ဖုန်းဆက်ပါ။
common-problem-method-title = ဒီစာမျက်နှာကို အဲဒီလို ဖွင့်လို့မရပါဘူး
common-problem-method = နောက်ပြန်သွားပြီး စာမျက်နှာပေါ်က ခလုတ်တွေကို သုံးပါ။
common-problem-too-many-title = အကြိမ်များလွန်းတယ်
common-problem-too-many = မိနစ်အနည်းငယ် စောင့်ပြီး ထပ်လုပ်ကြည့်ပါ။ အန္တရာယ်ရှိနေရင် အခု ဖုန်းဆက်ပါ။
common-problem-bad-request-title = ပို့လိုက်တာကို ဖတ်လို့မရပါဘူး
common-problem-bad-request = နောက်ပြန်သွား၊ အဖြေတွေကို ပြန်ကြည့်ပြီး ထပ်ပို့ပါ။

common-money = { $amount } { $currency }
common-duration-moment = တစ်မိနစ် မပြည့်ဘူး
common-duration-minutes = { $minutes } မိနစ်
common-duration-hours = { $hours } နာရီ
common-duration-hours-minutes = { $hours } နာရီ { $minutes } မိနစ်
common-duration-days = { $days ->
   *[other] { $days } ရက်
}
common-duration-days-hours = { $days ->
   *[other] { $days } ရက် { $hours } နာရီ
}
common-duration-left = { $duration } ကျန်သေးတယ်
common-duration-late = { $duration } နောက်ကျနေပြီ
