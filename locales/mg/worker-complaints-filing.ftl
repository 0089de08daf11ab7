# Filing: reading over, reaching her, codes that were renewed.
complaints-error-filer = Izay miditra amin'ny kaontiny eto ihany no afaka mifidy an'io.
complaints-change = Ovay
complaints-contact-kept = Avelao ho banga ity raha tianao hitoetra izay nomenao teo aloha.
complaints-safe-word-forget = Tsy mila teny famantarana intsony aho
complaints-code-renewed = Nanome kaody vaovao anao ve ny birao? Raha izany, ny vaovao ihany no mandeha. Raha tsy eo aminao izany, asaivo miantso anao izahay na mankanesa any amin'ny biraon'ny asa. Hanampy anao izahay.
complaints-evidence-filer-lead = Azonao ampiana sary, taratasy na feo voarakitra ho an'ilay mpiasa. Tsy azonao sokafana indray eto ireo.
complaints-evidence-filer-count = Rakitra nampianao: { $number }
complaints-group-secret = Azon'ny mpampiasa fantarina ve hoe iza io?
complaints-group-secret-anonymous = Tsia, ary tsy misy anarana omena
complaints-group-claims = Iza amin'ny karaman'ity mpiasa ity no tsy voaloa?
