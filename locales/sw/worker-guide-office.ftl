guide-office-ask = Uliza iko wapi
guide-office-not-needed = Si lazima uende ofisini: unaweza kutuambia hapa, bila jina. Au toa namba ambayo ni yako peke yako; mtu atakupigia na kukuambia ofisi iko wapi na inafunguliwa lini.
