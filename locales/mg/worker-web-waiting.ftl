# Fiandrasana rehefa maro no tonga miaraka.
web-wait-title = Andraso kely azafady
web-wait = Olona maro be no mampiasa ity pejy ity izao. Ho tonga ny anjaranao.
web-wait-kept = Tsy misy very ny nosoratanao. Eto amin'ity pejy ity daholo; avelao hisokatra.
web-wait-seconds = Segondra andrasana: { $seconds }
