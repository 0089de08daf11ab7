# Maneno yanayozunguka kila ukurasa.
web-patterns-title = Mifano ya sehemu
web-patterns-lead = Kila sehemu inayounda kurasa, mara moja moja.
web-patterns-field = Swali
web-patterns-clocks = Muda uliobaki
web-patterns-chart = Hesabu
web-patterns-empty = Bado hakuna kitu hapa.
web-patterns-icons = Alama za picha
web-problem-unauthorized-title = Tafadhali sema wewe ni nani
web-problem-unauthorized = Mlango huu unahitaji ufunguo (tokeni) unaofaa. Muombe msimamizi wa mfumo.
web-problem-conflict-title = Hii imebadilishwa wakati huohuo
web-problem-conflict = Hakuna kilichohifadhiwa. Fungua ukurasa tena, angalia kilicho kipya, kisha amua tena.
web-problem-unprocessable-title = Baadhi ya majibu hayawezi kutumika yalivyo
web-problem-unprocessable = Angalia sehemu zilizotajwa hapa, zirekebishe, kisha tuma tena.
web-problem-expired-title = Ukurasa huu umekaa muda mrefu
web-problem-expired = Hakuna kilichohifadhiwa. Rudi, nakili ulichoandika, fungua ukurasa tena, kisha kitume.
web-problem-kept = Ulichoandika
web-error-shape = Hii haiwezi kusomwa ilivyo.
