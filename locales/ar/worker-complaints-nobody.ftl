# Nobody is on duty: what can be promised, and what she can do.
complaints-nobody = الآن لا يوجد أحد يقرأ. يقرأ شخص هذا بعد { $time }. إن كنت لا تستطيع الانتظار فاتصل.
complaints-first-nobody = لا نطلب اسمك ولا جوازك. الآن لا يوجد أحد يقرأ. ما ترسله يقرؤه شخص بعد { $time }.
