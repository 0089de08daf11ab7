# Filing: reading over, reaching her, codes that were renewed.
complaints-error-filer = Mga naka-sign in lang dito ang puwedeng pumili nito.
complaints-change = Palitan
complaints-contact-kept = Iwanang walang laman ito kung itatago ang ibinigay ninyo dati.
complaints-safe-word-forget = Ayaw ko na ng salitang palatandaan
complaints-code-renewed = Binigyan ba kayo ng opisina ng bagong code? Kung oo, ang bago na lang ang gumagana. Kung wala ito sa inyo, hilingin na tawagan namin kayo o pumunta sa labor office. Tutulungan namin kayo.
complaints-evidence-filer-lead = Puwede kayong magdagdag ng mga litrato, papeles o recording para sa manggagawa. Hindi na ninyo mabubuksan ulit ang mga iyon dito.
complaints-evidence-filer-count = Mga file na idinagdag ninyo: { $number }
complaints-group-secret = Puwede bang malaman ng amo kung sino ito?
complaints-group-secret-anonymous = Hindi, at walang ibinigay na pangalan
complaints-group-claims = Aling sahod ng manggagawang ito ang kulang?
