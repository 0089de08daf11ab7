# العلامات الإحدى عشرة بكلمات بسيطة.
indicator-abuse-of-vulnerability = استغلال ضعفها
indicator-abusive-working-and-living-conditions = عمل وسكن سيئان
indicator-debt-bondage = عمل مقابل دين
indicator-deception = خُدعت
indicator-excessive-overtime = ساعات مفرطة
indicator-intimidation-and-threats = تهديد
indicator-isolation = عُزلت عن غيرها
indicator-physical-and-sexual-violence = عنف
indicator-restriction-of-movement = لا تستطيع الخروج
indicator-retention-of-identity-documents = أوراق محجوزة
indicator-withholding-of-wages = أجر محتجز
