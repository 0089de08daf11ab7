# Names of opening hours.
hours-usual = வழக்கமான நாட்கள்
hours-ramadan = ரமலான்
