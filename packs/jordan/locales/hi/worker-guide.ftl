# Names of opening hours.
hours-usual = आम दिनों में
hours-ramadan = रमज़ान
