# Teny manodidina ny pejy tsirairay.
web-patterns-title = Modely
web-patterns-lead = Ny singa tsirairay mandrafitra ny pejy, indray mandeha avy.
web-patterns-field = Fanontaniana
web-patterns-clocks = Fotoana sisa
web-patterns-chart = Tarehimarika
web-patterns-empty = Mbola tsy misy na inona na inona eto.
web-patterns-icons = Sary famantarana
web-problem-unauthorized-title = Azafady, lazao hoe iza ianao
web-problem-unauthorized = Mila fanalahidy (token) manan-kery ity varavarana ity. Angataho amin'ny mpitantana ny rafitra.
web-problem-conflict-title = Nisy nanova ity tato ho ato
web-problem-conflict = Tsy nisy voatahiry. Sokafy indray ny pejy, jereo ny vaovao, dia manapaha hevitra indray.
web-problem-unprocessable-title = Misy valiny tsy azo ampiasaina toy izao
web-problem-unprocessable = Jereo ny toerana voalaza eto, ahitsio, dia alefaso indray.
web-problem-expired-title = Efa ela loatra ity pejy ity
web-problem-expired = Tsy nisy voatahiry. Miverena, adikao ny zavatra nosoratanao, sokafy indray ny pejy, dia alefaso.
web-problem-kept = Ny nosoratanao
web-error-shape = Tsy azo vakina toy izao ity.
