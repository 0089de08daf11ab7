# The roster of one office beside the nation's.
casework-roster-office = Here you keep the roster of { $office }: whom of your people the clock tells first. The national roster, who reads for every office at night, is kept above the offices; you see it here too.
casework-roster-national = national
casework-roster-alarm = Soon nobody is on national duty: find somebody
