# Nobody is on duty: what can be promised, and what she can do.
complaints-nobody = Sasa hakuna mtu wa kusoma. Mtu atasoma haya baada ya { $time }. Kama huwezi kusubiri, piga simu.
complaints-first-nobody = Hatuombi jina wala pasipoti yako. Sasa hakuna mtu wa kusoma. Mtu atasoma utakachotuma baada ya { $time }.
