# Reasons for leaving, and the days that start a clock.
leaving-violence = ድብደባ ወይም ማስፈራራት
leaving-harassment = ወሲባዊ ትንኮሳ
leaving-danger = አደገኛ ሥራ ወይም ቦታ
leaving-other-job = ያልተስማሙበት ሥራ ወይም ቦታ
leaving-wage-cut = ደመወዜ ተቀነሰ
leaving-not-paid = አልተከፈለኝም
leaving-papers-kept = ፓስፖርቴ ወይም ወረቀቶቼ ተይዘዋል
leaving-other = ሌላ ነገር
start-left-work = ሥራ የለቀቁበት ቀን
start-dismissed = ከሥራ የተባረሩበት ቀን
start-last-day-worked = የመጨረሻ የሥራ ቀንዎ
start-claim-arose = ገንዘቡ መከፈል የነበረበት ቀን
start-penalty-notified = ስለ ቅጣት የተነገረዎት ቀን
start-closed = ቅሬታዎ የተዘጋበት ቀን
deadline-reopening = ቅሬታዎን እንደገና ይክፈቱ
deadline-objection = በውጤቱ እንደማይስማሙ ይናገሩ
