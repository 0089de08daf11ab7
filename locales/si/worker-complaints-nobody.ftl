# Nobody is on duty: what can be promised, and what she can do.
complaints-nobody = දැන් කියවන්න කෙනෙක් නැහැ. { $time } ට පස්සේ කෙනෙක් මේක කියවනවා. ඉන්න බැරි නම් කෝල් කරන්න.
complaints-first-nobody = අපි නම, පාස්පෝට් එක අහන්නේ නැහැ. දැන් කියවන්න කෙනෙක් නැහැ. ඔබ එවන දේ { $time } ට පස්සේ කෙනෙක් කියවනවා.
