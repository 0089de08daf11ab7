# A clock that runs against the worker comes due.
work-her-clock = A day that counts against her comes near
casework-clock-warning = { $what }: the day comes near. See that she knows it, in her language, and that she asks in time if she wishes.
casework-clock-answer = What became of it?
casework-clock-hint = Reach her only in the way she chose. Nothing here decides for her.
casework-clock-asked = She has asked, or it was asked for her
casework-clock-told = She knows the day and decides herself
casework-clock-unneeded = It does not concern her
casework-clock-missed = The day passed and she had not asked
event-complaint-clock-settled = Seen to a day that counts against her
