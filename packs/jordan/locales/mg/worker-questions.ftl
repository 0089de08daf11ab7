# Voaro ve ianao? Azo dinganina ny fanontaniana tsirairay.
ask-s-leave = Hidiana ao anatiny ve ianao, na rarana tsy hivoaka?
ask-s-papers = Tazonin'olon-kafa ve ny pasipaoronao na ny taratasinao ka tsy averiny?
ask-s-hurt = Nisy namely, nandratra, na nikasika anao tsy amin'ny sitraponao ve?
ask-s-threat = Nisy nilaza ve fa hanisy ratsy anao na ny fianakavianao, na hampiantso polisy hisambotra anao?
ask-s-contact = Nisy naka ny findainao ve, na misakana anao tsy hiresaka amin'ny fianakavianao?
ask-s-debt = Tsy maintsy miasa ve ianao mandra-paha voaloa ny trosa vao afaka miala?
ask-s-organ = Nisy nangataka ampahany amin'ny vatanao ve, toy ny voa?
