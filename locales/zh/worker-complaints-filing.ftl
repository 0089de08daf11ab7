# Filing: reading over, reaching her, codes that were renewed.
complaints-error-filer = 只有在这里登录的人才能选这一项。
complaints-change = 修改
complaints-contact-kept = 想保留以前留下的，这里就不要填。
complaints-safe-word-forget = 我不再需要暗号
complaints-code-renewed = 办公室给过您新密码吗？那么只有新密码有用。如果您手上没有，请让我们打电话给您，或者去劳工局。我们会帮您。
complaints-evidence-filer-lead = 您可以替这位工人添加照片、纸张或录音。在这里不能再打开它们。
complaints-evidence-filer-count = 您添加的文件：{ $number }
complaints-group-secret = 可以让老板知道是谁吗？
complaints-group-secret-anonymous = 不可以，也不留名字
complaints-group-claims = 这位工人有哪些工资没给？
