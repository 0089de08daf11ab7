# Names of opening hours.
hours-usual = Kawaida
hours-ramadan = Ramadhani
