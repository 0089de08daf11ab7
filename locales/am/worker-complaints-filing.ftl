# Filing: reading over, reaching her, codes that were renewed.
complaints-error-filer = ይህን መምረጥ የሚችሉት እዚህ በመለያ የሚገቡ ሰዎች ብቻ ናቸው።
complaints-change = ይቀይሩ
complaints-contact-kept = ከዚህ በፊት የሰጡት እንዲቆይ ይህን ባዶ ይተዉት።
complaints-safe-word-forget = ከእንግዲህ የመለያ ቃል አልፈልግም
complaints-code-renewed = ቢሮው አዲስ ኮድ ሰጥቶዎታል? እንግዲያው የሚሠራው አዲሱ ብቻ ነው። እርሱ ከሌለዎት እንድንደውልልዎ ይጠይቁ ወይም ወደ ሠራተኛ ቢሮ ይሂዱ። እንረዳዎታለን።
complaints-evidence-filer-lead = ለሠራተኛው ፎቶዎች፣ ወረቀቶች ወይም ቅጂዎች መጨመር ይችላሉ። እዚህ እንደገና መክፈት አይችሉም።
complaints-evidence-filer-count = እርስዎ የጨመሩዋቸው ፋይሎች: { $number }
complaints-group-secret = አሠሪው ማን እንደሆነ ማወቅ ይችላል?
complaints-group-secret-anonymous = አይ፣ ስምም አይሰጥም
complaints-group-claims = የዚህ ሠራተኛ ያልተከፈለ ደመወዝ የትኛው ነው?
