# Text messages. Others may read them: they tell nothing, ask for nothing, and fit into two.
messaging-text-arrived = Dumating na ang ipinadala mo. Hindi kailangang sumagot.
messaging-text-news = May bago para sa iyo kung saan ka sumulat noon. Basahin mo kapag puwede ka. Hindi kailangang sumagot.
messaging-text-reminder = Paalala: may babasahin ka kung saan ka sumulat noon. Hindi kailangang sumagot.
messaging-text-received = Dumating na ang text mo. May taong babasa nito.
messaging-text-genuine = Oo, sa amin ang numerong ito.
messaging-text-not-genuine = Hindi, hindi sa amin ang numerong ito. Huwag magbigay ng pera o papeles.
# What a person may text to us, one by one with commas between: to get nothing more, to get messages again, and to
# say that the phone is hers alone.
messaging-words-stop = tigil, itigil, hinto
messaging-words-start = simulan
messaging-words-mine = telepono ko, akin ito
