# Names of opening hours.
hours-usual = सधैंको
hours-ramadan = रमजान
