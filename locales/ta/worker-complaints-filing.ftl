# Filing: reading over, reaching her, codes that were renewed.
complaints-error-filer = இங்கே உள்நுழைபவர்கள் மட்டுமே இதைத் தேர்ந்தெடுக்க முடியும்.
complaints-change = மாற்றுங்கள்
complaints-contact-kept = முன்பு கொடுத்தது அப்படியே இருக்க, இதை வெறுமையாக விடுங்கள்.
complaints-safe-word-forget = எனக்கு இனி அடையாளச் சொல் வேண்டாம்
complaints-code-renewed = அலுவலகம் உங்களுக்குப் புதிய குறியீடு கொடுத்ததா? அப்படியென்றால் புதியது மட்டுமே வேலை செய்யும். அது உங்களிடம் இல்லையென்றால், எங்களைப் போன் செய்யச் சொல்லுங்கள் அல்லது தொழிலாளர் அலுவலகத்துக்குப் போங்கள். நாங்கள் உதவுவோம்.
complaints-evidence-filer-lead = தொழிலாளருக்காக போட்டோ, பேப்பர் அல்லது பதிவுகளைச் சேர்க்கலாம். இங்கே அவற்றை மறுபடி திறக்க முடியாது.
complaints-evidence-filer-count = நீங்கள் சேர்த்த கோப்புகள்: { $number }
complaints-group-secret = இது யார் என்று முதலாளிக்குத் தெரியலாமா?
complaints-group-secret-anonymous = வேண்டாம், பெயரும் சொல்லப்படாது
complaints-group-claims = இந்தத் தொழிலாளருக்கு எந்தச் சம்பளம் தரவில்லை?
