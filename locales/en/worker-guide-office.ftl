# An office whose address is not known here.
guide-office-ask = Ask where it is
guide-office-not-needed = You need not go to an office: you can tell us here, without a name. Or give a number that is yours alone; somebody calls you and says where the office is and when it is open.
