# Reasons for leaving, and the days that start a clock.
leaving-violence = அடி அல்லது மிரட்டல்
leaving-harassment = பாலியல் தொல்லை
leaving-danger = ஆபத்தான வேலை அல்லது இடம்
leaving-other-job = பேசியதற்கு மாறான வேலை அல்லது இடம்
leaving-wage-cut = என் சம்பளம் குறைக்கப்பட்டது
leaving-not-paid = எனக்குச் சம்பளம் தரப்படவில்லை
leaving-papers-kept = என் பாஸ்போர்ட் அல்லது ஆவணங்கள் வைத்துக்கொள்ளப்பட்டன
leaving-other = வேறு ஏதாவது
start-left-work = வேலையை விட்ட நாள்
start-dismissed = வேலையிலிருந்து நீக்கப்பட்ட நாள்
start-last-day-worked = வேலை செய்த கடைசி நாள்
start-claim-arose = பணம் வர வேண்டிய நாள்
start-penalty-notified = தண்டனை பற்றிச் சொல்லப்பட்ட நாள்
start-closed = புகார் மூடப்பட்ட நாள்
deadline-reopening = புகாரை மறுபடி திறங்கள்
deadline-objection = முடிவை ஏற்கவில்லை என்று சொல்லுங்கள்
