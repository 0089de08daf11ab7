# The duty roster: alarms, and what is said where nobody is there.
work-roster-gap = Nobody is on duty: find somebody
complaints-intake-nobody = Tell her: nobody is there to read now; a person reads this after { $time }. If she cannot wait, she should call.
