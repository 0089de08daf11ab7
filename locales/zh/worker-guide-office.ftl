guide-office-ask = 问一问在哪里
guide-office-not-needed = 您不一定要去办公室：可以在这里告诉我们，不用说名字。也可以留一个只有您自己用的号码，会有人打电话告诉您办公室在哪里、什么时候开门。
