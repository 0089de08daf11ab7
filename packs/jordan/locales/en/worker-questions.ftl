# Are you safe? Each can be skipped.
ask-s-leave = Are you locked in, or do they keep you from going out?
ask-s-papers = Does somebody else keep your passport or papers and not give them back?
ask-s-hurt = Has somebody hit you, hurt you, or touched you against your will?
ask-s-threat = Has somebody said they will harm you, your family, or call the police on you?
ask-s-contact = Has somebody taken your phone, or do they stop you from talking to your family?
ask-s-debt = Must you work until a debt is paid before you may leave?
ask-s-organ = Has somebody asked you to give a part of your body, such as a kidney?
