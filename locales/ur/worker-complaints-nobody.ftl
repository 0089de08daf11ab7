# Nobody is on duty: what can be promised, and what she can do.
complaints-nobody = ابھی پڑھنے کے لیے کوئی نہیں ہے۔ { $time } کے بعد کوئی انسان اسے پڑھے گا۔ انتظار نہ کر سکیں تو فون کریں۔
complaints-first-nobody = ہم نام یا پاسپورٹ نہیں مانگتے۔ ابھی پڑھنے کے لیے کوئی نہیں ہے۔ آپ جو بھیجیں گے، { $time } کے بعد کوئی انسان اسے پڑھے گا۔
