# Paghihintay kapag sabay-sabay ang marami.
web-wait-title = Sandali lang po
web-wait = Napakaraming gumagamit ng pahinang ito ngayon. Darating ang turno ninyo.
web-wait-kept = Walang nawala sa isinulat ninyo. Nasa pahinang ito ang lahat; hayaan itong nakabukas.
web-wait-seconds = Segundong hihintayin: { $seconds }
