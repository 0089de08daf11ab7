# 工人看的每一页都用到的词。

common-product = 哈奇
common-product-meaning = “我的权利”
common-quick-exit = 马上离开
common-quick-exit-hint = 关掉这一页，换成另一个普通页面。
common-danger-call = 遇到危险？请打{ $number }
common-call-us = 找人说话：{ $number }
common-back = 返回
common-next = 下一步
common-continue = 继续
common-send = 发送
common-save = 保存
common-cancel = 取消
common-change = 修改
common-close = 关闭
common-yes = 是
common-no = 不是
common-unknown = 我不知道
common-optional = 这里可以不填
common-listen = 听一听
common-print = 打印
common-home = 第一页
common-skip-link = 直接看主要内容
common-language-label = 选择您的语言
common-footer-free = 这项服务不要钱。谁都不可以为这个向您要钱。
common-footer-private = 这个页面不会告诉老板您是谁。
common-demo-mark = 这是演示：这里的内容都不是真的，您发送的东西没有人看。

common-error-title = 有个问题
common-error-prefix = 错误：
common-error-summary-intro = 请再看看这些回答：
common-error-required = 请回答这个问题。
common-error-choose = 请选一个回答。
common-error-too-long = { $max ->
   *[other] 太长了。请最多写{ $max }个字。
}
common-error-invalid = 这个回答我们看不明白。请换个写法。

common-problem-not-found-title = 这里没有这一页
common-problem-not-found = 请检查网址，或者从第一页重新开始。
common-problem-too-large-title = 一次发得太多了
common-problem-too-large = 您写的内容或文件太大。请返回，改短一些再发。您写的内容还在那里。
common-problem-forbidden-title = 您不能打开这一页
common-problem-forbidden = 这一页是给别人看的。请从第一页重新开始。
common-problem-expired-title = 这一页放得太久了
common-problem-expired = 为了您的安全，这一页只在一段时间内有效。您的回答还在这里。请再发一次。
common-problem-try-again-title = 我们这边出错了
common-problem-try-again = 不是您的错。请等一分钟再试。如果很急，请给我们打电话。
common-problem-method-title = 这一页不能这样打开
common-problem-method = 请返回，用页面上的按钮。
common-problem-too-many-title = 试的次数太多了
common-problem-too-many = 请等几分钟再试。如果您有危险，现在就打电话。
common-problem-bad-request-title = 发来的内容我们读不了
common-problem-bad-request = 请返回，看看您的回答，再发一次。

common-money = { $amount } { $currency }
common-duration-moment = 不到一分钟
common-duration-minutes = { $minutes }分钟
common-duration-hours = { $hours }小时
common-duration-hours-minutes = { $hours }小时{ $minutes }分钟
common-duration-days = { $days ->
   *[other] { $days }天
}
common-duration-days-hours = { $days ->
   *[other] { $days }天{ $hours }小时
}
common-duration-left = 还剩{ $duration }
common-duration-late = 晚了{ $duration }
