# Names of opening hours.
hours-usual = ပုံမှန်
hours-ramadan = ရမဒန်လ
