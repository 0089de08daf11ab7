# What several tell of, side by side: employers, recruiters, homes, places where people live.
screening-clusters = What several tell of
casework-clusters = What several tell of
casework-clusters-lead = Complaints of the last year, as far as you may read them, that lie around one workplace or one place. A flag is one person's; what many say the same of is seen only here.
casework-clusters-empty = No two complaints that you may read lie around one workplace or place.
casework-clusters-employers = Employers
casework-clusters-recruiters = Agencies and brokers
casework-clusters-homes = Homes
casework-clusters-places = Places that are told alike
casework-clusters-place = The same building or hostel, told by several
casework-clusters-around = Around what
casework-clusters-how-many = How many
casework-clusters-many = { $many ->
    [one] { $many } complaint
   *[other] { $many } complaints
}
casework-clusters-open = { $many ->
    [one] { $many } open
   *[other] { $many } open
}
casework-clusters-flags = Flags
casework-clusters-no-flag = no flag
casework-clusters-none-flagged = No flag stands in these.
casework-clusters-calm = { $many ->
    [one] { $many } without a flag
   *[other] { $many } without a flag
}
casework-clusters-last = Newest
casework-clusters-came = Came
casework-clusters-workplace = the workplace in the register
casework-clusters-indicators = What was found, in how many
casework-clusters-none = No flag of these has an indicator.
casework-clusters-opened = { $many ->
    [one] Certain, or suggested by words, in { $many } complaint with a flag. That you looked is in the audit.
   *[other] Certain, or suggested by words, in { $many } complaints with a flag. That you looked is in the audit of each.
}
casework-clusters-complaints = The complaints
