# ሌሎች ሊያዩት የሚችሉ ኢሜይል፦ ምንም አይናገርም።
messaging-sender = የአገልግሎት ክፍል
messaging-arrived-subject = መልእክትዎ
messaging-arrived-body = የላኩት ደርሷል። አሁን ምንም ማድረግ አያስፈልግዎትም። እባክዎ ለዚህ ኢሜይል መልስ አይላኩ።
messaging-news-subject = ለእርስዎ መልእክት አለ
messaging-news-body = የሚያነቡት አዲስ ነገር አለ። በጻፉልን ቦታ፣ በቁጥርዎና በኮድዎ ሊያነቡት ይችላሉ። ብቻዎን ሲሆኑ ያንብቡት። እባክዎ ለዚህ ኢሜይል መልስ አይላኩ።
