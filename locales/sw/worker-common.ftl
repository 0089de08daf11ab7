# Maneno yanayotumika kwenye kurasa zote za mfanyakazi.

common-product = Haqqi
common-product-meaning = “Haki yangu”
common-quick-exit = Ondoka sasa
common-quick-exit-hint = Ukurasa huu unafungwa na ukurasa mwingine wa kawaida unafunguka.
common-danger-call = Uko hatarini? Piga { $number }
common-call-us = Ongea na mtu: { $number }
common-back = Rudi
common-next = Mbele
common-continue = Endelea
common-send = Tuma
common-save = Hifadhi
common-cancel = Ghairi
common-change = Badilisha
common-close = Funga
common-yes = Ndiyo
common-no = Hapana
common-unknown = Sijui
common-optional = Unaweza kuacha hapa wazi
common-listen = Sikiliza
common-print = Chapisha
common-home = Ukurasa wa kwanza
common-skip-link = Nenda kwenye sehemu kuu
common-language-label = Chagua lugha yako
common-footer-free = Huduma hii ni bure. Hakuna mtu anayeruhusiwa kukuomba pesa kwa ajili yake.
common-footer-private = Ukurasa huu haumwambii mwajiri wako wewe ni nani.
common-demo-mark = Huu ni mfano tu: hakuna cha kweli hapa, na hakuna anayesoma unachotuma.

common-error-title = Kuna tatizo
common-error-prefix = Kosa:
common-error-summary-intro = Tafadhali angalia tena majibu haya:
common-error-required = Tafadhali jibu swali hili.
common-error-choose = Tafadhali chagua jibu moja.
common-error-too-long = { $max ->
    [one] Haya ni marefu mno. Tafadhali andika herufi { $max } tu.
   *[other] Haya ni marefu mno. Tafadhali andika herufi zisizozidi { $max }.
}
common-error-invalid = Hatuwezi kusoma jibu hili. Tafadhali liandike kwa njia nyingine.

common-problem-not-found-title = Ukurasa huu haupo hapa
common-problem-not-found = Angalia anwani, au anza tena kwenye ukurasa wa kwanza.
common-problem-too-large-title = Hii ni kubwa mno kwa mara moja
common-problem-too-large = Maandishi au faili yako ni kubwa mno. Rudi, punguza, kisha tuma tena. Maneno yako bado yapo.
common-problem-forbidden-title = Huwezi kufungua ukurasa huu
common-problem-forbidden = Ukurasa huu ni wa mtu mwingine. Anza tena kwenye ukurasa wa kwanza.
common-problem-expired-title = Ukurasa huu umekaa muda mrefu
common-problem-expired = Ili uwe salama, ukurasa huu hufanya kazi kwa muda tu. Majibu yako bado yapo hapa. Tafadhali yatume tena.
common-problem-try-again-title = Kuna hitilafu upande wetu
common-problem-try-again = Si kosa lako. Tafadhali subiri dakika moja kisha jaribu tena. Kama ni haraka, tupigie simu.
common-problem-method-title = Ukurasa huu haufunguki hivyo
common-problem-method = Rudi utumie vitufe vilivyo kwenye ukurasa.
common-problem-too-many-title = Umejaribu mara nyingi mno
common-problem-too-many = Tafadhali subiri dakika chache, kisha jaribu tena. Kama uko hatarini, piga simu sasa.
common-problem-bad-request-title = Hatukuweza kusoma kilichotumwa
common-problem-bad-request = Rudi, angalia majibu yako, kisha yatume tena.

common-money = { $amount } { $currency }
common-duration-moment = chini ya dakika moja
common-duration-minutes = dakika { $minutes }
common-duration-hours = masaa { $hours }
common-duration-hours-minutes = masaa { $hours } na dakika { $minutes }
common-duration-days = { $days ->
    [one] siku { $days }
   *[other] siku { $days }
}
common-duration-days-hours = { $days ->
    [one] siku { $days } na masaa { $hours }
   *[other] siku { $days } na masaa { $hours }
}
common-duration-left = muda uliobaki: { $duration }
common-duration-late = muda uliochelewa: { $duration }
