# Barua pepe ambayo wengine wanaweza kuona: haisemi chochote.
messaging-sender = Dawati la huduma
messaging-arrived-subject = Ujumbe wako
messaging-arrived-body = Ulichotuma kimefika. Huhitaji kufanya chochote sasa. Tafadhali usijibu barua pepe hii.
messaging-news-subject = Ujumbe kwako
messaging-news-body = Kuna kitu kipya cha kusoma. Unaweza kukisoma pale ulipotuandikia, kwa namba yako na namba yako ya siri. Chagua wakati ukiwa peke yako. Tafadhali usijibu barua pepe hii.
