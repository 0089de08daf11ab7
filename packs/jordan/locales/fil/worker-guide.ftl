# Names of opening hours.
hours-usual = Karaniwan
hours-ramadan = Buwan ng Ramadan
