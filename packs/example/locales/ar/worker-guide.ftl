# Where the offices are, and names of opening hours.
hours-usual = المعتاد
hours-summer = الصيف
office-house-of-work-address = شارع المصباح رقم 1، بجانب السوق القديم
office-house-of-work-way = الطابق الثاني؛ اتبع المصابيح الخضراء من الساحة.
office-norrin-address = طريق التل رقم 9، نورين
office-norrin-way = بالحافلة إلى آخر محطة، ثم البيت الأبيض على اليسار.
office-sarel-address = الرصيف رقم 4، ساريل
office-sarel-way = من بوابة الميناء، الباب الثاني؛ مفتوح للجميع.
