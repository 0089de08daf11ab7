# Where the offices are, and names of opening hours.
hours-usual = Usual
hours-summer = Summer
office-house-of-work-address = 1 Lamp Street, beside the old market
office-house-of-work-way = Two floors up; follow the green lamps from the square.
office-norrin-address = 9 Hill Road, Norrin
office-norrin-way = Bus to the last stop, then the white house on the left.
office-sarel-address = 4 Quay, Sarel
office-sarel-way = From the gate of the docks, the second door; it is open to all.
