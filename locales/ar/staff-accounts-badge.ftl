# Numbers of badges.
accounts-badge = رقم البطاقة
accounts-badge-give = إعطاء رقم
accounts-badge-new = رقم جديد
accounts-badge-take = سحب الرقم
