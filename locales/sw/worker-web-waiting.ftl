# Kusubiri watu wengi wakija pamoja.
web-wait-title = Tafadhali subiri kidogo
web-wait = Watu wengi sana wanatumia ukurasa huu sasa. Zamu yako itafika.
web-wait-kept = Hakuna ulichoandika kilichopotea. Kiko kwenye ukurasa huu; uache wazi.
web-wait-seconds = Sekunde za kusubiri: { $seconds }
