# Names of opening hours.
hours-usual = සාමාන්‍ය දවස්වල
hours-ramadan = රාමසාන්
