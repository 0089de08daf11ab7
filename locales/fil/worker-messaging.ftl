# Email na puwedeng makita ng iba: wala itong sinasabi.
messaging-sender = Tanggapan ng serbisyo
messaging-arrived-subject = Ang mensahe ninyo
messaging-arrived-body = Dumating na ang ipinadala ninyo. Wala kayong kailangang gawin ngayon. Huwag po sanang sagutin ang email na ito.
messaging-news-subject = May mensahe para sa inyo
messaging-news-body = May bago kayong mababasa. Mababasa ninyo ito kung saan kayo sumulat sa amin, gamit ang numero at code ninyo. Pumili ng oras na nag-iisa kayo. Huwag po sanang sagutin ang email na ito.
