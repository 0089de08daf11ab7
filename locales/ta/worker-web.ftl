# எல்லாப் பக்கங்களையும் சுற்றியுள்ள சொற்கள்.
web-patterns-title = மாதிரிகள்
web-patterns-lead = பக்கங்களில் உள்ள ஒவ்வொரு பகுதியும், ஒரு தடவை.
web-patterns-field = ஒரு கேள்வி
web-patterns-clocks = மீதி நேரம்
web-patterns-chart = எண்ணிக்கைகள்
web-patterns-empty = இங்கே இன்னும் ஒன்றும் இல்லை.
web-patterns-icons = சின்னங்கள்
web-problem-unauthorized-title = தயவுசெய்து நீங்கள் யார் என்று சொல்லுங்கள்
web-problem-unauthorized = இங்கே வர ஒரு சரியான டோக்கன் தேவை. உங்கள் சிஸ்டத்தை நடத்துபவரிடம் கேளுங்கள்.
web-problem-conflict-title = இதற்குள் இது மாறிவிட்டது
web-problem-conflict = எதுவும் சேமிக்கப்படவில்லை. பக்கத்தை மறுபடி திறந்து, புதியதைப் பார்த்து, மறுபடி முடிவு செய்யுங்கள்.
web-problem-unprocessable-title = சில பதில்களை இப்படியே எடுக்க முடியாது
web-problem-unprocessable = இங்கே சொன்ன கட்டங்களைப் பார்த்து, சரிசெய்து, மறுபடி அனுப்புங்கள்.
web-problem-expired-title = இந்தப் படிவம் நீண்ட நேரம் திறந்திருந்தது
web-problem-expired = எதுவும் சேமிக்கப்படவில்லை. பின்னால் போய், எழுதியதைக் காப்பி எடுத்து, பக்கத்தை மறுபடி திறந்து, அனுப்புங்கள்.
web-problem-kept = நீங்கள் எழுதியது
web-error-shape = இதை இப்படிப் படிக்க முடியவில்லை.
