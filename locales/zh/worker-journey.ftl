# 过程：草稿和检查、危险、钱、保密、安全联系、用自己的语言通话。

web-drafted = 这种语言的文字还是草稿，还没有以它为母语的人检查过。
web-drafted-report = 如果有错或看不懂，请告诉我们
complaints-wording-title = 有错或看不懂
complaints-wording-lead = 请帮帮说同一种语言的人。请不要在这里写自己的事：没有人会回复。
complaints-wording-shown = 页面上原来的文字
complaints-wording-better = 您会怎么说？
complaints-wording-done = 谢谢。会有人看的。

complaints-call-title = 和会说您的语言的人通话
complaints-call-why = 如果这些话看不明白，会说您的语言的人可以打电话给您讲清楚。
complaints-call-lead = 不用说姓名。这不是投诉。
complaints-call-number = 电话号码
complaints-call-send = 请打给我
complaints-call-done-title = 会有人打给您
complaints-call-done = { $time }之前，会在您安全的时间打给您。
complaints-call-error-alone = 我们只打您一个人用的电话。如果不是，请用别的电话，或者以后再来。

complaints-door-danger-hint = 该打给谁，怎样按一下就告诉我们
complaints-danger-title = 您现在有危险吗？
complaints-danger-first = 如果可以，现在就打电话：
complaints-danger-cannot = 不能打电话？
complaints-danger-promise = 按红色按钮。什么都不用写。{ $time }之前会有人看。
complaints-danger-where = 您在哪里？
complaints-danger-number = 您的电话号码（只有您一个人用这个电话才写）
complaints-danger-send = 我有危险：马上告诉办公室

complaints-learns-title = 您说的话谁会知道？
complaints-learns = 只有办理的人。有一种情况不同：如果有人可能会死或受重伤，或者有孩子受到伤害，我们可能必须告诉保护人的部门。只要安全，我们会先告诉您。
complaints-secret-can = 不说出您是谁，我们能做什么
complaints-secret-can-feasible = 我们可以检查整个工作的地方，不提任何人的名字。但老板还是可能会猜。
complaints-secret-can-difficult = 我们可以先不提您的名字就开始。但知道这件事的人很少，老板可能会猜到是您。以后我们可能会问您，能不能说出您的名字。
complaints-secret-can-impossible = 这只是您一个人的事。不说出您的名字，我们没办法问老板。但我们还是可以告诉您能怎么做。只有您同意，我们才会说出您的名字。
complaints-secret-anonymous-hint = 我们只能在这里回复，用您的密码看。
complaints-secret-open-hint = 我们可以把您的名字告诉老板。

complaints-claims = 哪些工资没给？
complaints-claims-hint = 只写数字。不知道的可以不填。
complaints-claim-month = 月份
complaints-claim-agreed = 说好的工资
complaints-claim-paid = 拿到的工资
complaints-claim-nothing = 一点都没拿到就写0。
complaints-claim-add = 再加一个月
complaints-claim-sum = 一共没给的
complaints-error-amount = 请用数字写金额，比如150或150.50。
complaints-error-month = 请选这份工资是哪个月的。

complaints-channel-text = 给我发短信
complaints-whose = 这个手机或邮箱是谁的？
complaints-whose-alone = 只有我一个人用
complaints-whose-seen = 是我的，但别人也会看
complaints-whose-trusted = 是我信任的人的
complaints-whose-employer = 是老板的，或者单位里别人的
complaints-never-call = 绝对不要打电话
complaints-no-message = 不要留言，也不要发消息
complaints-safe-word = 暗号
complaints-safe-word-hint = 您自己选的一个词。打电话的人会先说这个词，您就知道是我们。
complaints-open-words = 邮件里可以写是什么事
complaints-open-words-hint = 不选的话，邮件只说有东西可以看。
complaints-error-never-call = 您要我们打电话，又说绝对不要打。请选一个。
complaints-error-mail = 邮箱地址像 name@example.com 这样。请再看一看。

messaging-arrived-open-subject = 您的投诉已经收到
messaging-arrived-open-body = 您关于工作的投诉已经收到。会有人看。用您的编号和密码可以看答复。请不要回复这封邮件。
messaging-news-open-subject = 您的投诉有新消息
messaging-news-open-body = 您关于工作的投诉有新消息。用您的编号和密码可以看。请不要回复这封邮件。
