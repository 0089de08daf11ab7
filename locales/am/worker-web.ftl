# በእያንዳንዱ ገጽ ዙሪያ ያሉ ቃላት።
web-patterns-title = ናሙናዎች
web-patterns-lead = ገጾች የሚሠሩባቸው ክፍሎች ሁሉ፣ አንድ አንድ ጊዜ።
web-patterns-field = ጥያቄ
web-patterns-clocks = የቀረው ጊዜ
web-patterns-chart = ቁጥሮች
web-patterns-empty = እዚህ ገና ምንም የለም።
web-patterns-icons = ምልክቶች
web-problem-unauthorized-title = እባክዎ ማን እንደሆኑ ይናገሩ
web-problem-unauthorized = ለመግባት የሚሠራ ቶክን ያስፈልጋል። ከሲስተሙ ኃላፊ ይጠይቁ።
web-problem-conflict-title = ይህ በመካከሉ ተቀይሯል
web-problem-conflict = ምንም አልተቀመጠም። ገጹን እንደገና ይክፈቱ፣ አዲሱን ይመልከቱ፣ ከዚያ እንደገና ይወስኑ።
web-problem-unprocessable-title = አንዳንድ መልሶች እንዳሉ ሊወሰዱ አይችሉም
web-problem-unprocessable = እዚህ የተጠቀሱትን ቦታዎች ይመልከቱ፣ ያስተካክሉ፣ እንደገና ይላኩ።
web-problem-expired-title = ይህ ቅጽ ብዙ ጊዜ ቆይቷል
web-problem-expired = ምንም አልተቀመጠም። ወደ ኋላ ይመለሱ፣ የጻፉትን ይቅዱ፣ ገጹን እንደገና ይክፈቱ፣ ከዚያ ይላኩ።
web-problem-kept = እርስዎ የጻፉት
web-error-shape = ይህ እንደዚህ ሊነበብ አይችልም።
