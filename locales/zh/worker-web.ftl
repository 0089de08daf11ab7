# 每一页外框上的词。
web-patterns-title = 样式
web-patterns-lead = 组成页面的每个部分，各放一次。
web-patterns-field = 一个问题
web-patterns-clocks = 剩下的时间
web-patterns-chart = 数字
web-patterns-empty = 这里还没有内容。
web-patterns-icons = 图标
web-problem-unauthorized-title = 请说明您是谁
web-problem-unauthorized = 这里要有效的钥匙（令牌）才能进。请向系统管理员要。
web-problem-conflict-title = 这里刚才被人改过
web-problem-conflict = 什么都没有保存。请重新打开这一页，看看有什么变化，再做决定。
web-problem-unprocessable-title = 有些回答这样用不了
web-problem-unprocessable = 请看这里列出的栏目，改好以后再发送。
web-problem-expired-title = 这一页放得太久了
web-problem-expired = 什么都没有保存。请返回，复制您写的内容，重新打开这一页再发送。
web-problem-kept = 您写的内容
web-error-shape = 这一项无法这样读取。
