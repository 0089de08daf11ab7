# Text messages. Others may read them: they tell nothing, ask for nothing, and fit into two.
messaging-text-arrived = நீங்கள் அனுப்பியது வந்துவிட்டது. பதில் வேண்டாம்.
messaging-text-news = நீங்கள் முன்பு எழுதிய இடத்தில் உங்களுக்குப் புதிய செய்தி உள்ளது. வசதியான நேரத்தில் படியுங்கள். பதில் வேண்டாம்.
messaging-text-reminder = நினைவூட்டல்: நீங்கள் முன்பு எழுதிய இடத்தில் நீங்கள் படிக்க ஒன்று உள்ளது. பதில் வேண்டாம்.
messaging-text-received = உங்கள் செய்தி வந்துவிட்டது. ஒருவர் அதைப் படிப்பார்.
messaging-text-genuine = ஆம், இந்த எண் எங்களுடையது.
messaging-text-not-genuine = இல்லை, இந்த எண் எங்களுடையது அல்ல. பணமோ காகிதமோ கொடுக்காதீர்கள்.
# What a person may text to us, one by one with commas between: to get nothing more, to get messages again, and to
# say that the phone is hers alone.
messaging-words-stop = நிறுத்து, நிறுத்துங்கள்
messaging-words-start = தொடங்கு
messaging-words-mine = என் போன், எனது தொலைபேசி
