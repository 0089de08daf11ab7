# Names of opening hours.
hours-usual = 平时
hours-ramadan = 斋月
