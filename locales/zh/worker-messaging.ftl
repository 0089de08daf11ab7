# 别人可能看到的邮件：什么都不说明。
messaging-sender = 服务台
messaging-arrived-subject = 您的消息
messaging-arrived-body = 您发的内容已经收到。现在不用做什么。请不要回复这封邮件。
messaging-news-subject = 您有一条消息
messaging-news-body = 有新的内容给您看。请到您给我们留言的地方，用编号和密码查看。请选一个您独自一人的时候。请不要回复这封邮件。
