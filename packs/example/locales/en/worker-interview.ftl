### Questions of interviews. Yes means that the indicator is there. Each can be skipped.

## harbour-scale: how she came, then how it is now

ask-r1-promise = Before you came, were you promised other work or other pay than you found here?
ask-r1-fee = Before you came, did you have to pay somebody to get this work?
ask-r1-paper = Before you came, were you given a paper about the work that was not true?
ask-r2-taken = Before you came or on the way, did somebody take you by force or keep you from leaving?
ask-r2-pressed = Before you came or on the way, did somebody frighten or push you so that you came?
ask-w1-hours = Do you work so many hours or days that you have too little rest or sleep?
ask-w1-pay = Do you get less pay than was agreed, or none?
ask-w1-living = Is the place where you live dirty, too crowded, or without enough water or food?
ask-w1-danger = Can the work hurt you or make you sick, and nobody protects you from it?
ask-w2-door = Are you locked in, or does somebody keep you from going out?
ask-w2-papers = Does somebody else keep your papers and not give them back?
ask-w2-hurt = Does somebody here hurt you, or touch you when you do not want it?
ask-w2-afraid = Does somebody here say that they will do something bad to you or your family?
ask-w2-owe = Must you go on working because you owe money?
ask-w2-alone = Does somebody keep you from talking to your family or to other people?
ask-w2-weak = Are you ill, very young, pregnant or all alone, and does somebody here use that to keep you working?
