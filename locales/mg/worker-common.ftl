# Teny ampiasain'ny pejin'ny mpiasa rehetra.

common-product = Haqqi
common-product-meaning = “Ny zoko”
common-quick-exit = Mivoaha izao
common-quick-exit-hint = Mikatona ity pejy ity ary misokatra pejy tsotra hafa.
common-danger-call = Tandindomin-doza ve ianao? Antsoy ny { $number }
common-call-us = Miresaha amin'olona: { $number }
common-back = Hiverina
common-next = Manaraka
common-continue = Hitohy
common-send = Alefa
common-save = Tehirizina
common-cancel = Ajanona
common-change = Ovaina
common-close = Akatona
common-yes = Eny
common-no = Tsia
common-unknown = Tsy fantatro
common-optional = Azo avela ho banga ity
common-listen = Henoy
common-print = Atao pirinty
common-home = Pejy voalohany
common-skip-link = Mankanesa amin'ny votoatiny
common-language-label = Safidio ny fiteninao
common-footer-free = Maimaimpoana ity tolotra ity. Tsy misy mahazo mitaky vola aminao noho izany.
common-footer-private = Tsy milaza amin'ny mpampiasa hoe iza ianao ity pejy ity.
common-demo-mark = Fampisehoana ihany ity: tsy misy tena izy eto, ary tsy misy mamaky izay alefanao.

common-error-title = Misy olana
common-error-prefix = Diso:
common-error-summary-intro = Azafady, jereo indray ireto valiny ireto:
common-error-required = Azafady, valio ity fanontaniana ity.
common-error-choose = Azafady, misafidiana valiny iray.
common-error-too-long = { $max ->
   *[other] Lava loatra ity. Azafady, litera { $max } fara fahabetsany.
}
common-error-invalid = Tsy vakinay ity valiny ity. Azafady, soraty amin'ny fomba hafa.

common-problem-not-found-title = Tsy eto ity pejy ity
common-problem-not-found = Jereo ny adiresy, na manomboha indray amin'ny pejy voalohany.
common-problem-too-large-title = Be loatra ity indray mandeha
common-problem-too-large = Lava loatra ny soratrao na lehibe loatra ny rakitra. Miverena, fohezo, dia alefaso indray. Mbola eo ny soratrao.
common-problem-forbidden-title = Tsy azonao sokafana ity pejy ity
common-problem-forbidden = An'olon-kafa ity pejy ity. Manomboha indray amin'ny pejy voalohany.
common-problem-expired-title = Efa ela loatra ity pejy ity
common-problem-expired = Mba ho voaro ianao, dia tsy maharitra ny fotoana ampiasana ity pejy ity. Mbola eto ny valinao. Azafady, alefaso indray.
common-problem-try-again-title = Nisy tsy nety teto aminay
common-problem-try-again = Tsy diso ianao. Azafady, miandrasa iray minitra dia andramo indray. Raha maika, antsoy izahay.
common-problem-method-title = Tsy sokafana toy izany ity pejy ity
common-problem-method = Miverena, dia ampiasao ny bokotra eo amin'ny pejy.
common-problem-too-many-title = Be loatra ny andrana natao
common-problem-too-many = Azafady, miandrasa minitra vitsivitsy dia andramo indray. Raha tandindomin-doza ianao, miantsoa izao.
common-problem-bad-request-title = Tsy vakinay ny zavatra nalefa
common-problem-bad-request = Miverena, jereo ny valinao, dia alefaso indray.

common-money = { $amount } { $currency }
common-duration-moment = latsaky ny iray minitra
common-duration-minutes = { $minutes } minitra
common-duration-hours = adiny { $hours }
common-duration-hours-minutes = adiny { $hours } sy { $minutes } minitra
common-duration-days = { $days ->
   *[other] { $days } andro
}
common-duration-days-hours = { $days ->
   *[other] { $days } andro sy adiny { $hours }
}
common-duration-left = sisa { $duration }
common-duration-late = tara { $duration }
