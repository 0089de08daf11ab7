# Text messages. Others may read them: they tell nothing, ask for nothing, and fit into two.
messaging-text-arrived = သင်ပို့တာ ရောက်ပါပြီ။ ပြန်ဖြေစရာမလိုပါ။
messaging-text-news = အရင်ရေးခဲ့တဲ့နေရာမှာ သင့်အတွက် အသစ်တစ်ခု ရှိပါတယ်။ အဆင်ပြေတဲ့အချိန် ဖတ်ပါ။ ပြန်ဖြေစရာမလိုပါ။
messaging-text-reminder = သတိပေးချက် - အရင်ရေးခဲ့တဲ့နေရာမှာ သင်ဖတ်ဖို့ ရှိပါတယ်။ ပြန်ဖြေစရာမလိုပါ။
messaging-text-received = သင့်စာ ရောက်ပါပြီ။ လူတစ်ယောက် ဖတ်ပါမယ်။
messaging-text-genuine = ဟုတ်ပါတယ်၊ ဒီနံပါတ်က ကျွန်ုပ်တို့ရဲ့ နံပါတ်ပါ။
messaging-text-not-genuine = မဟုတ်ပါ၊ ဒီနံပါတ်က ကျွန်ုပ်တို့ရဲ့ နံပါတ် မဟုတ်ပါ။ ပိုက်ဆံ၊ စာရွက်စာတမ်း မပေးပါနဲ့။
# What a person may text to us, one by one with commas between: to get nothing more, to get messages again, and to
# say that the phone is hers alone.
messaging-words-stop = ရပ်, ရပ်ပါ
messaging-words-start = စပါ
messaging-words-mine = ကိုယ်ပိုင်ဖုန်း
