# தொழிலாளர்களின் எல்லாப் பக்கங்களிலும் வரும் சொற்கள். ஊழியர்களின் பக்கங்களும் இவற்றைப் பயன்படுத்தலாம்.

common-product = ஹக்கி
common-product-meaning = “என் உரிமை”
common-quick-exit = உடனே வெளியேறுங்கள்
common-quick-exit-hint = இந்தப் பக்கம் மூடி, வேறொரு பொதுவான பக்கம் திறக்கும்.
common-danger-call = ஆபத்தா? போன் செய்யுங்கள்: { $number }
common-call-us = ஒருவரிடம் பேசுங்கள்: { $number }
common-back = பின்னால்
common-next = அடுத்து
common-continue = தொடருங்கள்
common-send = அனுப்புங்கள்
common-save = சேமியுங்கள்
common-cancel = வேண்டாம்
common-change = மாற்றுங்கள்
common-close = மூடுங்கள்
common-yes = ஆம்
common-no = இல்லை
common-unknown = எனக்குத் தெரியாது
common-optional = காலியாக விடலாம்
common-listen = கேளுங்கள்
common-print = பிரின்ட் எடுங்கள்
common-home = முதல் பக்கம்
common-skip-link = நேராக முக்கியப் பகுதிக்குப் போங்கள்
common-language-label = உங்கள் மொழியைத் தேர்ந்தெடுங்கள்
common-footer-free = இந்தச் சேவை இலவசம். இதற்காக யாரும் உங்களிடம் பணம் கேட்கக் கூடாது.
common-footer-private = நீங்கள் யார் என்று இந்தப் பக்கம் உங்கள் முதலாளியிடம் சொல்லாது.
common-demo-mark = இது காட்டுவதற்கு மட்டும்: இங்கே எதுவும் உண்மை இல்லை, நீங்கள் அனுப்புவதை யாரும் படிப்பதில்லை.

common-error-title = ஏதோ சரியில்லை
common-error-prefix = தவறு:
common-error-summary-intro = இந்தப் பதில்களை மறுபடி பாருங்கள்:
common-error-required = இந்தக் கேள்விக்குப் பதில் சொல்லுங்கள்.
common-error-choose = பதில்களில் ஒன்றைத் தேர்ந்தெடுங்கள்.
common-error-too-long = { $max ->
    [one] இது மிக நீளம். அதிகமாக { $max } எழுத்து வரை எழுதுங்கள்.
   *[other] இது மிக நீளம். அதிகமாக { $max } எழுத்துகள் வரை எழுதுங்கள்.
}
common-error-invalid = இந்தப் பதிலை எங்களால் படிக்க முடியவில்லை. வேறு மாதிரி எழுதுங்கள்.

common-problem-not-found-title = இந்தப் பக்கம் இங்கே இல்லை
common-problem-not-found = முகவரி சரியா என்று பாருங்கள், அல்லது முதல் பக்கத்திலிருந்து மறுபடி தொடங்குங்கள்.
common-problem-too-large-title = ஒரே தடவையில் இது மிக அதிகம்
common-problem-too-large = நீங்கள் எழுதியது அல்லது ஃபைல் மிகப் பெரியது. பின்னால் போய், சின்னதாக்கி, மறுபடி அனுப்புங்கள். நீங்கள் எழுதியது அங்கேயே இருக்கிறது.
common-problem-forbidden-title = இந்தப் பக்கத்தை உங்களால் திறக்க முடியாது
common-problem-forbidden = இந்தப் பக்கம் வேறொருவருக்கு. முதல் பக்கத்திலிருந்து மறுபடி தொடங்குங்கள்.
common-problem-expired-title = இந்தப் படிவம் நீண்ட நேரம் திறந்திருந்தது
common-problem-expired = உங்கள் பாதுகாப்புக்காக, படிவம் கொஞ்ச நேரம்தான் வேலை செய்யும். உங்கள் பதில்கள் இங்கேயே இருக்கின்றன. மறுபடி அனுப்புங்கள்.
common-problem-try-again-title = எங்கள் பக்கம் ஏதோ தவறு நடந்தது
common-problem-try-again = இது உங்கள் தவறு இல்லை. ஒரு நிமிடம் பொறுத்து மறுபடி முயற்சி செய்யுங்கள். அவசரம் என்றால் எங்களுக்குப் போன் செய்யுங்கள்.
common-problem-method-title = இந்தப் பக்கத்தை இப்படித் திறக்க முடியாது
common-problem-method = பின்னால் போய், பக்கத்தில் உள்ள பட்டன்களை அழுத்துங்கள்.
common-problem-too-many-title = பல தடவை முயற்சி செய்தாகிவிட்டது
common-problem-too-many = சில நிமிடங்கள் பொறுத்து மறுபடி முயற்சி செய்யுங்கள். ஆபத்தில் இருந்தால் இப்போதே போன் செய்யுங்கள்.
common-problem-bad-request-title = அனுப்பியதை எங்களால் படிக்க முடியவில்லை
common-problem-bad-request = பின்னால் போய், உங்கள் பதில்களைப் பார்த்து, மறுபடி அனுப்புங்கள்.

common-money = { $amount } { $currency }
common-duration-moment = ஒரு நிமிடத்துக்கும் குறைவு
common-duration-minutes = { $minutes } நிமிடம்
common-duration-hours = { $hours } மணி நேரம்
common-duration-hours-minutes = { $hours } மணி { $minutes } நிமிடம்
common-duration-days = { $days ->
    [one] { $days } நாள்
   *[other] { $days } நாட்கள்
}
common-duration-days-hours = { $days ->
    [one] { $days } நாள் { $hours } மணி
   *[other] { $days } நாட்கள் { $hours } மணி
}
common-duration-left = இன்னும் { $duration }
common-duration-late = தாமதம்: { $duration }
