# Nobody is on duty: what can be promised, and what she can do.
complaints-nobody = အခု ဖတ်မယ့်သူ မရှိပါဘူး။ { $time } နောက်ပိုင်း လူတစ်ယောက်က ဒါကို ဖတ်ပါမယ်။ မစောင့်နိုင်ရင် ဖုန်းခေါ်ပါ။
complaints-first-nobody = နာမည်နဲ့ ပတ်စပို့ မတောင်းပါဘူး။ အခု ဖတ်မယ့်သူ မရှိပါဘူး။ ပို့လိုက်တာကို { $time } နောက်ပိုင်း လူတစ်ယောက်က ဖတ်ပါမယ်။
