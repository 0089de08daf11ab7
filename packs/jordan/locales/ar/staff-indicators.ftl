# أسماء المؤشرات.
indicator-abuse-of-vulnerability = استغلال حالة الضعف
indicator-deception = الخداع
indicator-restriction-of-movement = تقييد الحركة
indicator-isolation = العزل
indicator-physical-and-sexual-violence = العنف الجسدي والجنسي
indicator-intimidation-and-threats = الترهيب والتهديد
indicator-retention-of-identity-documents = حجز وثائق الهوية
indicator-withholding-of-wages = حجز الأجور
indicator-debt-bondage = عبودية الدين
indicator-abusive-working-and-living-conditions = ظروف عمل ومعيشة مسيئة
indicator-excessive-overtime = العمل الإضافي المفرط
