# Je, uko salama? Kila swali linaweza kurukwa.
ask-s-leave = Je, umefungiwa ndani, au unakatazwa kutoka?
ask-s-papers = Je, mtu mwingine ameshika pasipoti au hati zako na anakataa kuzirudisha?
ask-s-hurt = Je, mtu amekupiga, amekuumiza, au amekugusa bila wewe kutaka?
ask-s-threat = Je, mtu amesema atakudhuru wewe au familia yako, au atakuitia polisi?
ask-s-contact = Je, mtu amechukua simu yako, au unazuiwa kuongea na familia yako?
ask-s-debt = Je, ni lazima ufanye kazi mpaka deni liishe ndipo uruhusiwe kuondoka?
ask-s-organ = Je, mtu amekuomba utoe sehemu ya mwili wako, kama figo?
