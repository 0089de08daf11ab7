complaints-upload-going = ပို့နေပါတယ်
complaints-upload-stopped = ရပ်သွားတယ်၊ လိုင်းမရှိဘူး။ သူ့ဘာသာ ဆက်ပို့ပါမယ်။
complaints-upload-checking = အားလုံး ရောက်ပြီ။ အခု ကြည့်နေပါတယ်။
complaints-upload-again = ဒီစာမျက်နှာ ပိတ်သွားရင် ဒီကို ပြန်လာပြီး ဖိုင်တစ်ခုတည်းကို ပြန်ရွေးပါ၊ ရပ်သွားတဲ့နေရာက ဆက်ပို့ပါမယ်။
complaints-problem-upload-title = ဖိုင် အပြည့် မရောက်ပါ
complaints-problem-upload = ပြန်သွားပြီး ဖိုင်ကို ထပ်ရွေးပါ။ ရပ်သွားတဲ့နေရာက ဆက်ပို့ပါမယ်။
