guide-office-ask = Anontanio hoe aiza
guide-office-not-needed = Tsy voatery mandeha any amin'ny birao ianao: azonao lazaina aminay eto, tsy mila anarana. Na omeo laharana anao irery; misy olona hiantso anao hilaza hoe aiza ny birao ary rahoviana no misokatra.
