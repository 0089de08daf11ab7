# Mga salita sa paligid ng bawat pahina.
web-patterns-title = Mga hugis ng pahina
web-patterns-lead = Bawat bahaging bumubuo sa mga pahina, tig-isang beses.
web-patterns-field = Isang tanong
web-patterns-clocks = Natitirang oras
web-patterns-chart = Mga bilang
web-patterns-empty = Wala pang laman dito.
web-patterns-icons = Mga larawang tanda
web-problem-unauthorized-title = Pakisabi po kung sino kayo
web-problem-unauthorized = Kailangan ng tamang susi (token) sa pintong ito. Humingi sa namamahala ng sistema.
web-problem-conflict-title = May nagbago nito habang bukas sa inyo
web-problem-conflict = Walang na-save. Buksan ulit ang pahina, tingnan ang bago, at magpasya ulit.
web-problem-unprocessable-title = May mga sagot na hindi magagamit nang ganyan
web-problem-unprocessable = Tingnan ang mga bahaging nakalista rito, itama, at ipadala ulit.
web-problem-expired-title = Masyadong natagalan ang pahinang ito
web-problem-expired = Walang na-save. Bumalik, kopyahin ang isinulat ninyo, buksan ulit ang pahina, at ipadala.
web-problem-kept = Ang isinulat ninyo
web-error-shape = Hindi ito mabasa sa ganitong anyo.
