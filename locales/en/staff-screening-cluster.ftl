# A flag among several complaints of one workplace.

screening-cluster = Others of the workplace
screening-cluster-many = { $many ->
    [one] { $many } complaint of the office tells of this workplace; with others elsewhere it is a cluster
   *[other] { $many } complaints of the office tell of this workplace
}
