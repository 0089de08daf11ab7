# Numbers of badges.
accounts-badge = Badge number
accounts-badge-give = Give a number
accounts-badge-new = New number
accounts-badge-take = Take it away
