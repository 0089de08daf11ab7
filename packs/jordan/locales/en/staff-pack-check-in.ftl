# Asking a worker, safely, whether she is punished.

deadline-check-in-first = Asked, first time, whether she is punished
deadline-check-in-second = Asked, second time, whether she is punished
deadline-check-in-third = Asked, third time, whether she is punished
