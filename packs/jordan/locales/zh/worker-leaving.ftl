# Reasons for leaving, and the days that start a clock.
leaving-violence = 被打或被威胁
leaving-harassment = 性骚扰
leaving-danger = 危险的工作或地方
leaving-other-job = 和说好的工作或地方不同
leaving-wage-cut = 我的工资被扣了
leaving-not-paid = 没有给我工资
leaving-papers-kept = 护照或证件被扣着
leaving-other = 别的原因
start-left-work = 您离开工作的日子
start-dismissed = 您被开除的日子
start-last-day-worked = 您最后一天上班
start-claim-arose = 钱该给的日子
start-penalty-notified = 您被告知处罚的日子
start-closed = 投诉结束的日子
deadline-reopening = 重新打开您的投诉
deadline-objection = 说您不同意结果
