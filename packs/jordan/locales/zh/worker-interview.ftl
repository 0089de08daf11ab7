### Questions of interviews and visits. Yes means that the indicator is there. Each can be skipped.

## ilo-ec-2009-labour: Before she came and on the way, then here and now

ask-d1-job = 来之前，是不是跟您说的是另一份工作、另一个地方或另一个老板，和这里不一样？
ask-d1-wages = 来之前，是不是答应给您的工资比这里的高？
ask-d1-conditions = 来之前，是不是跟您说活儿更轻、更安全或休息更多，其实不是这样？
ask-d1-contract = 来之前，是不是有人跟您说了合同方面不真实的话？
ask-d1-housing = 来之前，是不是答应给您比这里更好的住处？
ask-d1-legal-docs = 来之前，是不是有人跟您说了办证件或许可方面不真实的话？
ask-d1-travel = 来之前，是不是有人跟您说了路程或路费方面不真实的话？
ask-d1-family-reunion = 来之前，是不是答应过您能和家人在一起，后来没有做到？
ask-d1-marriage-adoption = 来之前，是不是答应过和您结婚，或者把您当自家孩子收养，后来没有做到？
ask-d1-education = 来之前，是不是答应过让您上学或学手艺，后来没有做到？
ask-d2-violence = 来之前或路上，是不是有人打过您、伤过您，或者您不愿意却乱摸您？
ask-d2-threats = 来之前或路上，是不是有人说您不答应就要伤害您？
ask-d2-abduction = 为了把您弄到这里，是不是有人强行带走您、卖掉您、逼您结婚，或者把您送给别的人家？
ask-d2-debt = 来之前或路上，您是不是不得不欠下要靠干活来还的债？
ask-d2-docs = 来之前或路上，是不是有人拿走您的护照或证件不还？
ask-d2-isolation = 来之前或路上，您是不是被锁起来、一直被看着，或者不让和别人说话？
ask-d2-denounce = 来之前或路上，是不是有人说要向警察或政府部门告您？
ask-d2-inform-family = 来之前或路上，是不是有人说要把您不好的事或私事告诉您的家人或别人？
ask-d2-family-violence = 来之前或路上，是不是有人伤害您的家人，或者说要伤害？
ask-d2-money = 来之前或路上，是不是有人扣着您的钱不给？
ask-d3-difficult-family = 当时您家里是不是有难处，有人利用这一点让您来？
ask-d3-illegal-status = 是不是有人利用您证件上的问题让您来？
ask-d3-low-education = 当时您是不是看字或说那里的话有困难，有人利用这一点让您来？
ask-d3-lack-info = 当时您是不是对这个地方或工作知道得很少，有人利用这一点让您来？
ask-d3-exploiter-control = 来之前或路上，是不是有人替您决定一切，不让您自己选？
ask-d3-economic = 当时您或家里是不是急需用钱，有人利用这一点让您来？
ask-d3-false-success = 来之前，是不是有人给您讲过别人在国外发财的假故事？
ask-d3-false-law = 来之前，是不是有人跟您说过法律、警察或政府部门方面不真实的话？
ask-d3-family = 当时家里是不是有人要靠您，有人利用这一点让您来？
ask-d3-personal = 当时您是不是生病、年纪很小、怀孕或独自一人，有人利用这一点让您来？
ask-d3-dependency = 是不是您爱的人或离不开的人利用这一点让您来？
ask-d3-authorities = 当时您是不是害怕警察或政府部门，有人利用这一点让您来？
ask-d3-past = 您以前是不是遇到过不好的事，有人利用这一点让您来？
ask-d3-travel-org = 您自己安排路程是不是有困难，有人拿这一点来对付您？
ask-d3-beliefs = 是不是有人用信仰、发誓、诅咒或风俗让您来？
ask-d3-context = 当时您住的地方是不是有战争、饥荒或灾难，有人利用这一点让您来？
ask-d4-hours = 您干活的时间或天数是不是太多，休息或睡觉都不够？
ask-d4-pay = 您干活拿到的钱是不是很少，或者一点也没有？
ask-d4-wage-manip = 是不是没经您同意就扣工资，或者把工资算错？
ask-d4-living = 您住的地方是不是很脏、太挤，或者水或吃的不够？
ask-d4-working = 您是不是得在没有休息、喝的水或厕所这些必需条件的情况下干活？
ask-d4-hazardous = 干活是不是会让您受伤或生病，却没有人给您保护？
ask-d4-law-breach = 老板是不是不守跟您讲好的工作条件？
ask-d4-no-social = 您生病或受伤时，是不是没有工资或看不上医生？
ask-d4-no-education = 是不是有人不让您上学或学东西？
ask-d5-docs = 是不是有别人拿着您的护照或证件不还？
ask-d5-debt = 是不是要一直干活，还清债才能离开？
ask-d5-isolation = 您是不是被锁在里面、一直被看着，或者不让出门、不让和别人说话？
ask-d5-violence = 这里是不是有人打您、伤您，或者您不愿意却乱摸您？
ask-d5-threats = 这里是不是有人说您不听话就要伤害您？
ask-d5-illicit = 这里是不是有人让您做不许做的事，比如偷东西或带毒品？
ask-d5-forced-tasks = 是不是您不愿意，也被逼着做一些事或伺候一些人？
ask-d5-influence = 这里是不是有人对您的控制很大，让您不敢自己做决定？
ask-d5-act-peers = 这里是不是有人逼您看管、惩罚或伤害别的工人？
ask-d5-lie = 这里是不是有人逼您对家人、警察或政府部门说假话？
ask-d5-denounce = 这里是不是有人说要向警察或政府部门告您？
ask-d5-worse = 这里是不是有人说您不听话就会更惨？
ask-d5-family-violence = 是不是有人因为您在这里的工作伤害您的家人，或者说要伤害？
ask-d5-wages-held = 是不是扣着您的工资，让您走不了？
ask-d5-inform-family = 这里是不是有人说要把您不好的事或私事告诉您的家人或别人？
ask-d6-dependency = 您在这里是不是什么都要靠一个人，这个人利用这一点让您一直干活？
ask-d6-unknown-area = 您在这个地方是不是很难认路或找人帮忙，有人利用这一点让您一直干活？
ask-d6-economic = 您或家里是不是急需用钱，这里有人利用这一点让您一直干活？
ask-d6-family = 家里是不是有人要靠您，这里有人利用这一点让您一直干活？
ask-d6-authorities = 您是不是害怕警察或政府部门，这里有人利用这一点让您一直干活？
ask-d6-past = 您以前是不是遇到过不好的事，这里有人利用这一点让您一直干活？
ask-d6-personal = 您是不是生病、年纪很小、怀孕或独自一人，这里有人利用这一点让您一直干活？

## icls-2018: Work that is not voluntary, and the menace of a penalty

ask-iv-bound = 是不是没问过您愿不愿意，您一出生就得做这份工，或者被送来、卖来做这份工？
ask-iv-other-job = 您是不是得做和讲好的不一样的工作，而且不能拒绝？
ask-iv-other-employer = 您是不是得给讲好以外的人干活，而且不能拒绝？
ask-iv-overtime = 您是不是得比讲好的干得更久或更常随叫随到，而且不能拒绝？
ask-iv-hazard = 您是不是得做自己没有同意过的危险活？
ask-iv-pay = 您是不是得拿很少的钱或不拿钱干活，而且不能拒绝？
ask-iv-living = 您是不是因为这份工作得住在很差的条件里，而且不能拒绝？
ask-iv-longer = 您是不是得在这份工作上待得比讲好的更久？
ask-iv-quit = 您想离开这份工作时，是不是有人不让您走？
ask-mp-violence = 为了让您一直干活，是不是有人伤害过您或您亲近的人？
ask-mp-threats = 为了让您一直干活，是不是有人说要伤害您或您亲近的人？
ask-mp-movement = 为了让您一直干活，是不是把您锁起来、看着您，或者不让您出门？
ask-mp-debt = 为了让您一直干活，是不是有人拿债来逼您，或者让债越来越多？
ask-mp-wages = 为了让您一直干活，是不是有人扣着工资或答应过的别的东西不给？
ask-mp-documents = 为了让您一直干活，是不是有人拿着您的证件或值钱的东西？
ask-mp-status = 为了让您一直干活，是不是有人说要辞退您、送您回国，或者不给您需要的东西？

## visit-observation: What an inspector looks at without asking anybody

ask-o-locked = 干活或睡觉的房间是不是锁着，里面的人出不来？
ask-o-guards = 是不是有看守或狗不让工人出去？
ask-o-sleep = 是不是有人睡在干活的地方，或者一个房间里睡太多人？
ask-o-water = 是不是缺少喝的水、厕所或洗澡的地方？
ask-o-papers = 工人的护照或证件是不是放在办公室、抽屉或保险柜里？
ask-o-phones = 工人的手机是不是由别人拿着？
ask-o-fines = 名单或告示上是不是能看到工人的罚款、欠债或扣款？
ask-o-rota = 考勤表或排班表上是不是有很长的工作日，或者没有休息日？
ask-o-silent = 有人打招呼时，工人是不是看老板脸色或不出声，或者由别人代为回答？
ask-o-hidden = 您到的时候，工人是不是被支走、藏起来，或者被叫别出声？
ask-o-injuries = 工人身上是不是有没人治的伤口、烧伤或淤青？
ask-o-struck = 您是不是看到有人被打、被推或被拖？
ask-o-unprotected = 工人是不是没有保护就用机器、化学品或在高处干活？
ask-o-children = 这里是不是有看起来该上学的孩子在干活？

## child-labour: Children who work

ask-ch-age = 您现在是不是孩子该上学的年纪？
ask-ch-hours = 您一天干活的时间是不是比上学的时间还长？
ask-ch-night = 您是不是要在晚上很晚、夜里或天亮前干活？
ask-ch-rest = 您是不是干活没有休息，或者没有休息日？
ask-ch-school = 您是不是因为干活上不了学，或者累得上不了学？
ask-ch-family = 您是不是因为干活离开家人住？
ask-ch-wage = 您干活的钱是不是被别人拿走？
ask-cz-heavy = 您是不是要抬、搬或推很重的东西？
ask-cz-machines = 您是不是要用机器、快刀、火或很烫的东西干活？
ask-cz-substances = 您是不是要在灰尘、烟、喷洒的药或让人生病的东西里干活？
ask-cz-places = 您是不是要在高处、地下、车流中，或一个人在黑暗里干活？
ask-cw-forced = 是不是为了钱或还债，把您交给别人干活，还不让您离开？
ask-cw-sexual = 是不是有人用让您难受的方式碰您的身体或拍您的身体？
ask-cw-crime = 是不是有人让您偷东西，或者偷偷带东西、卖东西？
ask-cw-weapons = 是不是有人让您带武器，或者帮打仗的人做事？

## begging: Organised begging

ask-bg-made = 是不是有人逼您在街上向人要钱，或者为此卖小东西？
ask-bg-sum = 您是不是必须带回规定数目的钱？
ask-bg-money = 别人给您的钱是不是被另外的人拿走？
ask-bg-long = 您是不是要很多个小时向人要钱，天热、天冷或夜里也要？
ask-bc-beaten = 钱带回得少时，是不是有人打您，或者不给您吃的？
ask-bc-taken = 是不是有人送您去要钱的地方，再接您回来？
ask-bc-watched = 您要钱的时候，是不是有人看着您？
ask-bc-child = 是不是有人利用孩子，或者把孩子借给别人，好让人多给钱？
ask-bc-disabled = 是不是有人利用生病的人或残疾人，好让人多给钱？

## organ-removal: Removal of organs

ask-oa-asked = 是不是有人要您给出身体的一部分，比如肾？
ask-oa-pressed = 是不是有人逼您或吓您，让您给出身体的一部分？
ask-oa-money = 是不是有人答应用钱或别的东西换您身体的一部分？
ask-oa-debt = 是不是有人说可以用身体的一部分来还债？
ask-oa-go-between = 是不是有人给您安排路程、证件或医院，好让您给出身体的一部分？
ask-om-tests = 除了干活要做的普通体检，是不是还给您验过血或查过身体，却没人说为什么？
ask-om-operated = 您是不是做过手术，身体的一部分被取走，或者可能被取走？
