complaints-upload-going = යවනවා
complaints-upload-stopped = නැවතුණා: සම්බන්ධතාව නැහැ. ඉබේම ආයෙත් යනවා.
complaints-upload-checking = ඔක්කොම ආවා. දැන් අපි ඒක බලනවා.
complaints-upload-again = මේ පිටුව වැහුණොත් ආයෙත් මෙතනට ඇවිත් ඒ ෆයිල් එකම තෝරන්න: නැවතුණ තැන ඉඳන් යනවා.
complaints-problem-upload-title = ෆයිල් එක සම්පූර්ණයෙන් ආවේ නැහැ
complaints-problem-upload = ආපහු ගිහින් ෆයිල් එක ආයෙත් තෝරන්න. නැවතුණ තැන ඉඳන් යනවා.
