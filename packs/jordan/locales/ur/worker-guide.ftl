# Names of opening hours.
hours-usual = عام دنوں میں
hours-ramadan = رمضان
