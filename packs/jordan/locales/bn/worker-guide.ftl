# Names of opening hours.
hours-usual = সাধারণ সময়
hours-ramadan = রমজান
