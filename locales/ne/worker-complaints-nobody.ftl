# Nobody is on duty: what can be promised, and what she can do.
complaints-nobody = अहिले पढ्ने मान्छे छैन। { $time } पछि एक जना मान्छेले यो पढ्नुहुन्छ। पर्खन नसके फोन गर्नुहोस्।
complaints-first-nobody = हामी नाम वा पासपोर्ट माग्दैनौँ। अहिले पढ्ने मान्छे छैन। तपाईंले पठाएको कुरा { $time } पछि एक जना मान्छेले पढ्नुहुन्छ।
