# Nobody is on duty: what can be promised, and what she can do.
complaints-nobody = አሁን የሚያነብ ሰው የለም። ከ{ $time } በኋላ ሰው ያነበዋል። መጠበቅ ካልቻሉ ይደውሉ።
complaints-first-nobody = ስም ወይም ፓስፖርት አንጠይቅም። አሁን የሚያነብ ሰው የለም። የሚልኩትን ከ{ $time } በኋላ ሰው ያነበዋል።
