# Mga salitang ginagamit sa lahat ng pahina ng manggagawa.

common-product = Haqqi
common-product-meaning = “Karapatan ko”
common-quick-exit = Umalis na agad
common-quick-exit-hint = Isasara ang pahinang ito at bubuksan ang ibang karaniwang pahina.
common-danger-call = Nasa panganib ba kayo? Tumawag sa { $number }
common-call-us = Makipag-usap sa isang tao: { $number }
common-back = Bumalik
common-next = Susunod
common-continue = Magpatuloy
common-send = Ipadala
common-save = I-save
common-cancel = Kanselahin
common-change = Baguhin
common-close = Isara
common-yes = Oo
common-no = Hindi
common-unknown = Hindi ko alam
common-optional = Puwede ninyo itong iwanang blangko
common-listen = Pakinggan
common-print = I-print
common-home = Unang pahina
common-skip-link = Lumaktaw sa pangunahing bahagi
common-language-label = Piliin ang inyong wika
common-footer-free = Libre ang serbisyong ito. Walang puwedeng humingi sa inyo ng bayad para dito.
common-footer-private = Hindi sinasabi ng pahinang ito sa amo ninyo kung sino kayo.
common-demo-mark = Pagsubok lang ito: walang totoo rito, at walang bumabasa ng ipinapadala ninyo.

common-error-title = May problema
common-error-prefix = Mali:
common-error-summary-intro = Pakitingnan po ulit ang mga sagot na ito:
common-error-required = Pakisagot po ang tanong na ito.
common-error-choose = Pumili po ng isa sa mga sagot.
common-error-too-long = { $max ->
    [one] Masyado itong mahaba. Hanggang { $max } letra lang po.
   *[other] Masyado itong mahaba. Hanggang { $max } na letra lang po.
}
common-error-invalid = Hindi namin mabasa ang sagot na ito. Pakisulat po sa ibang paraan.

common-problem-not-found-title = Wala rito ang pahinang ito
common-problem-not-found = Tingnan ang address, o magsimula ulit sa unang pahina.
common-problem-too-large-title = Sobra ito para sa isang padala
common-problem-too-large = Masyadong malaki ang isinulat ninyo o ang file. Bumalik, paikliin, at ipadala ulit. Naroon pa ang isinulat ninyo.
common-problem-forbidden-title = Hindi ninyo mabubuksan ang pahinang ito
common-problem-forbidden = Para sa ibang tao ang pahinang ito. Magsimula ulit sa unang pahina.
common-problem-expired-title = Masyadong natagalan ang pahinang ito
common-problem-expired = Para sa kaligtasan ninyo, may hangganan ang oras ng bawat pahina. Narito pa ang mga sagot ninyo. Pakipadala po ulit.
common-problem-try-again-title = May nasira sa panig namin
common-problem-try-again = Hindi ninyo kasalanan. Maghintay po ng isang minuto at subukan ulit. Kung kailangang-kailangan na, tumawag sa amin.
common-problem-method-title = Hindi nabubuksan nang ganyan ang pahinang ito
common-problem-method = Bumalik at gamitin ang mga pindutan sa pahina.
common-problem-too-many-title = Masyadong maraming subok
common-problem-too-many = Maghintay po ng ilang minuto, saka subukan ulit. Kung nasa panganib kayo, tumawag na ngayon.
common-problem-bad-request-title = Hindi namin nabasa ang ipinadala
common-problem-bad-request = Bumalik, tingnan ang mga sagot ninyo, at ipadala ulit.

common-money = { $amount } { $currency }
common-duration-moment = wala pang isang minuto
common-duration-minutes = { $minutes } min.
common-duration-hours = { $hours } oras
common-duration-hours-minutes = { $hours } oras { $minutes } min.
common-duration-days = { $days ->
    [one] { $days } araw
   *[other] { $days } na araw
}
common-duration-days-hours = { $days ->
    [one] { $days } araw, { $hours } oras
   *[other] { $days } na araw, { $hours } oras
}
common-duration-left = { $duration } pa ang natitira
common-duration-late = huli na nang { $duration }
