# Are you safe? Each may be left out.
ask-q-afraid = Did somebody say that they will do something bad to you or your family?
ask-q-door = Do they keep you from going out?
ask-q-hurt = Does somebody hurt you, or touch you when you do not want it?
ask-q-owe = Must you work because you owe money?
ask-q-papers = Does somebody keep your papers?
