# Names of opening hours.
hours-usual = Mahazatra
hours-ramadan = Volana Ramadany
