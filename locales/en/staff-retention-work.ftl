# Work of the retention room.
work-erasure-to-decide = Decide what is to be erased
