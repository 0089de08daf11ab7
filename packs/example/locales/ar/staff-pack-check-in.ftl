# Asking a worker, safely, whether she is punished.

deadline-check-in-first = سؤالها أول مرة إن كانت تُعاقَب
deadline-check-in-second = سؤالها ثاني مرة إن كانت تُعاقَب
deadline-check-in-third = سؤالها ثالث مرة إن كانت تُعاقَب
