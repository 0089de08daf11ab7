# Names of opening hours.
hours-usual = በአዘቦት
hours-ramadan = ረመዳን
