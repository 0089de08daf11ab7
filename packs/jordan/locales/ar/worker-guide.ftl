# Names of opening hours.
hours-usual = المعتاد
hours-ramadan = رمضان
