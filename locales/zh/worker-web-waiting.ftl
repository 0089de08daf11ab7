# 很多人同时来时的等待。
web-wait-title = 请稍等
web-wait = 现在用这个页面的人很多。很快就轮到您。
web-wait-kept = 您写的内容都没有丢，都在这个页面上；请不要关掉。
web-wait-seconds = 还要等的秒数：{ $seconds }
