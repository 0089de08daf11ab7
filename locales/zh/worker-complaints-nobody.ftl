# Nobody is on duty: what can be promised, and what she can do.
complaints-nobody = 现在没有人看。{ $time }之后会有人看。如果等不了，请打电话。
complaints-first-nobody = 我们不问您的姓名，也不要护照。现在没有人看。您发来的内容，{ $time }之后会有人看。
