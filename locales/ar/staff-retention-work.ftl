# عمل غرفة الحفظ.
work-erasure-to-decide = القرار في ما يُمحى
