# The duty roster: alarms, and what is said where nobody is there.
work-roster-gap = لا أحد في المناوبة: يُبحث عن مناوب
complaints-intake-nobody = قل للعامل: لا يوجد الآن من يقرأ، ويقرأ شخص هذا بعد { $time }. ومن لا يستطيع الانتظار فليتصل.
