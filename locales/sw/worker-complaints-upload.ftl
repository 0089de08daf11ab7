complaints-upload-going = Inatumwa
complaints-upload-stopped = Imesimama: hakuna mtandao. Itaendelea yenyewe.
complaints-upload-checking = Yote imefika. Sasa tunaiangalia.
complaints-upload-again = Ukurasa huu ukifungwa, rudi hapa na uchague faili ile ile: itaendelea pale iliposimama.
complaints-problem-upload-title = Faili haikufika yote
complaints-problem-upload = Rudi na uchague faili tena. Itaendelea pale iliposimama.
