complaints-upload-going = அனுப்புகிறது
complaints-upload-stopped = நின்றுவிட்டது: இணைப்பு இல்லை. தானாகவே தொடரும்.
complaints-upload-checking = முழுவதும் வந்துவிட்டது. இப்போது அதைப் பார்க்கிறோம்.
complaints-upload-again = இந்தப் பக்கம் மூடிவிட்டால் மீண்டும் இங்கே வந்து அதே ஃபைலைத் தேர்ந்தெடுங்கள்: நின்ற இடத்திலிருந்து தொடரும்.
complaints-problem-upload-title = ஃபைல் முழுவதும் வரவில்லை
complaints-problem-upload = திரும்பிப் போய் ஃபைலை மீண்டும் தேர்ந்தெடுங்கள். நின்ற இடத்திலிருந்து தொடரும்.
