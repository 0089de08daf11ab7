# Names of opening hours.
hours-usual = Usual
hours-ramadan = Ramadan
