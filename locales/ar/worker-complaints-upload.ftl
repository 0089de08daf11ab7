complaints-upload-going = نرسله الآن
complaints-upload-stopped = توقف: لا يوجد اتصال. سيُكمل وحده.
complaints-upload-checking = وصل كله. ننظر فيه الآن.
complaints-upload-again = إن أُغلقت هذه الصفحة فعُد إلى هنا واختر الملف نفسه: يُكمل من حيث توقف.
complaints-problem-upload-title = لم يصل الملف كاملًا
complaints-problem-upload = ارجع واختر الملف من جديد. يُكمل من حيث توقف.
