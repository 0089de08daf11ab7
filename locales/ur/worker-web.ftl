# ہر صفحے کے چاروں طرف کے الفاظ۔
web-patterns-title = نمونے
web-patterns-lead = صفحے جن حصوں سے بنتے ہیں، ہر حصہ ایک بار۔
web-patterns-field = ایک سوال
web-patterns-clocks = باقی وقت
web-patterns-chart = اعداد
web-patterns-empty = یہاں ابھی کچھ نہیں ہے۔
web-patterns-icons = نشان
web-problem-unauthorized-title = مہربانی کر کے بتائیں کہ آپ کون ہیں
web-problem-unauthorized = یہاں آنے کے لیے صحیح ٹوکن چاہیے۔ اپنے سسٹم چلانے والے سے مانگیں۔
web-problem-conflict-title = اس دوران یہ بدل گیا
web-problem-conflict = کچھ بھی محفوظ نہیں ہوا۔ صفحہ پھر کھولیں، جو نیا ہے اسے دیکھیں، اور پھر طے کریں۔
web-problem-unprocessable-title = کچھ جواب ایسے نہیں لیے جا سکتے
web-problem-unprocessable = یہاں لکھے خانے دیکھیں، ٹھیک کریں، اور پھر بھیجیں۔
web-problem-expired-title = یہ فارم بہت دیر کھلا رہا
web-problem-expired = کچھ بھی محفوظ نہیں ہوا۔ پیچھے جائیں، اپنا لکھا کاپی کریں، صفحہ پھر کھولیں، اور بھیج دیں۔
web-problem-kept = جو آپ نے لکھا
web-error-shape = یہ اس طرح پڑھا نہیں جا سکتا۔
