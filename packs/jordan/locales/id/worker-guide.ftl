# Names of opening hours.
hours-usual = Hari biasa
hours-ramadan = Bulan Ramadan
