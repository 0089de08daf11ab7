### Questions of interviews and visits. Yes means that the indicator is there. Each can be skipped.

## ilo-ec-2009-labour: Before she came and on the way, then here and now

ask-d1-job = Before you came, were you told of another job, place or employer than you found here?
ask-d1-wages = Before you came, were you promised more pay than you get here?
ask-d1-conditions = Before you came, were you told that the work would be lighter, safer or with more rest than it is?
ask-d1-contract = Before you came, were you told something about the contract that was not true?
ask-d1-housing = Before you came, were you promised a better place to live than you found here?
ask-d1-legal-docs = Before you came, were you told something untrue about the papers or permits that you would get?
ask-d1-travel = Before you came, were you told something untrue about the journey or what it would cost?
ask-d1-family-reunion = Before you came, were you promised that you would be with your family, and it did not happen?
ask-d1-marriage-adoption = Before you came, were you promised that somebody would marry you or take you in as a child of the family, and it did not happen?
ask-d1-education = Before you came, were you promised school or training, and it did not happen?
ask-d2-violence = Before you came or on the way, did somebody hit you, hurt you, or touch you against your will?
ask-d2-threats = Before you came or on the way, did somebody say that they would hurt you if you said no?
ask-d2-abduction = To bring you here, did somebody take you by force, sell you, or make you marry or join another family?
ask-d2-debt = Before you came or on the way, did you have to take on a debt that you must work off?
ask-d2-docs = Before you came or on the way, did somebody take your passport or papers and not give them back?
ask-d2-isolation = Before you came or on the way, were you locked in, watched all the time, or kept from talking to others?
ask-d2-denounce = Before you came or on the way, did somebody say that they would report you to the police or a government office?
ask-d2-inform-family = Before you came or on the way, did somebody say that they would tell your family or others bad or private things about you?
ask-d2-family-violence = Before you came or on the way, did somebody hurt your family, or say that they would?
ask-d2-money = Before you came or on the way, did somebody keep money that was yours?
ask-d3-difficult-family = Were there troubles in your family, and did somebody use that to get you to come?
ask-d3-illegal-status = Did somebody use a problem with your papers to get you to come?
ask-d3-low-education = Was it hard for you to read or to speak the language, and did somebody use that to get you to come?
ask-d3-lack-info = Did you know little about the place or the work, and did somebody use that to get you to come?
ask-d3-exploiter-control = Before you came or on the way, did somebody decide everything for you, so that you could not choose?
ask-d3-economic = Did you or your family need money badly, and did somebody use that to get you to come?
ask-d3-false-success = Before you came, did somebody tell you untrue stories about people who did well abroad?
ask-d3-false-law = Before you came, did somebody tell you things about the law, the police or government offices that were not true?
ask-d3-family = Did others in your family depend on you, and did somebody use that to get you to come?
ask-d3-personal = Were you ill, very young, pregnant or all alone, and did somebody use that to get you to come?
ask-d3-dependency = Did somebody whom you loved or could not do without use that to get you to come?
ask-d3-authorities = Were you afraid of the police or a government office, and did somebody use that to get you to come?
ask-d3-past = Had something bad happened to you earlier in life, and did somebody use that to get you to come?
ask-d3-travel-org = Could you not arrange the journey by yourself, and did somebody use that against you?
ask-d3-beliefs = Did somebody use your faith, an oath, a curse or a custom to get you to come?
ask-d3-context = Was there war, hunger or a disaster where you lived, and did somebody use that to get you to come?
ask-d4-hours = Do you work so many hours or days that you have too little rest or sleep?
ask-d4-pay = Do you get very little money for your work, or none?
ask-d4-wage-manip = Is money taken off your pay, or is your pay counted wrongly, without your agreeing?
ask-d4-living = Is the place where you live dirty, too crowded, or without enough water or food?
ask-d4-working = Must you work without what people need, such as breaks, drinking water or a toilet?
ask-d4-hazardous = Can the work hurt you or make you sick, and nobody protects you from it?
ask-d4-law-breach = Does the employer break what was agreed with you about the work?
ask-d4-no-social = Are you left without pay or a doctor when you are sick or hurt?
ask-d4-no-education = Are you kept from school or from learning something?
ask-d5-docs = Does somebody else keep your passport or papers and not give them back?
ask-d5-debt = Must you work until a debt is paid before you may leave?
ask-d5-isolation = Are you locked in, watched all the time, or kept from going out or talking to others?
ask-d5-violence = Does somebody here hit you, hurt you, or touch you against your will?
ask-d5-threats = Does somebody here say that they will hurt you if you do not do as they say?
ask-d5-illicit = Does somebody here make you do forbidden things, such as stealing or carrying drugs?
ask-d5-forced-tasks = Are you made to do tasks or serve people although you do not want to?
ask-d5-influence = Does somebody here have so much power over you that you do not dare to decide for yourself?
ask-d5-act-peers = Does somebody here make you watch, punish or hurt other workers?
ask-d5-lie = Does somebody here make you say untrue things to your family, the police or a government office?
ask-d5-denounce = Does somebody here say that they will report you to the police or a government office?
ask-d5-worse = Does somebody here say that it will get even worse for you if you do not obey?
ask-d5-family-violence = Does somebody hurt your family, or say that they will, because of your work here?
ask-d5-wages-held = Is your pay kept back so that you cannot leave?
ask-d5-inform-family = Does somebody here say that they will tell your family or others bad or private things about you?
ask-d6-dependency = Do you need somebody here for everything, and does this person use that to keep you working?
ask-d6-unknown-area = Is it hard for you to find your way or to ask for help in this place, and does somebody use that to keep you working?
ask-d6-economic = Do you or your family need money badly, and does somebody here use that to keep you working?
ask-d6-family = Do others in your family depend on you, and does somebody here use that to keep you working?
ask-d6-authorities = Are you afraid of the police or a government office, and does somebody here use that to keep you working?
ask-d6-past = Did something bad happen to you earlier in life, and does somebody here use that to keep you working?
ask-d6-personal = Are you ill, very young, pregnant or all alone, and does somebody here use that to keep you working?

## icls-2018: Work that is not voluntary, and the menace of a penalty

ask-iv-bound = Were you born into this work, or given or sold for it, without being asked?
ask-iv-other-job = Must you do another job than was agreed, without being able to say no?
ask-iv-other-employer = Must you work for other people than was agreed, without being able to say no?
ask-iv-overtime = Must you work longer, or be ready to work more often, than was agreed, without being able to say no?
ask-iv-hazard = Must you do dangerous work that you did not agree to?
ask-iv-pay = Must you work for very little money or none, without being able to say no?
ask-iv-living = Must you live in very bad conditions because of this work, without being able to say no?
ask-iv-longer = Must you stay in this work longer than was agreed?
ask-iv-quit = Does somebody keep you from leaving this work when you want to?
ask-mp-violence = Has somebody hurt you or people close to you, so that you keep working?
ask-mp-threats = Does somebody say that they will hurt you or people close to you, so that you keep working?
ask-mp-movement = Are you locked in, watched or kept from going out, so that you keep working?
ask-mp-debt = Does somebody use a debt, or make it bigger, so that you keep working?
ask-mp-wages = Does somebody keep back pay or other things that you were promised, so that you keep working?
ask-mp-documents = Does somebody keep your papers or other things of value, so that you keep working?
ask-mp-status = Does somebody say that you will be dismissed, sent home, or lose things you need, so that you keep working?

## visit-observation: What an inspector looks at without asking anybody

ask-o-locked = Are rooms where people work or sleep locked so that they cannot get out?
ask-o-guards = Do guards or dogs keep workers from going out?
ask-o-sleep = Do people sleep where they work, or too many in one room?
ask-o-water = Is drinking water, a toilet or a place to wash missing?
ask-o-papers = Are passports or papers of workers kept in an office, a drawer or a safe?
ask-o-phones = Are the telephones of workers kept by somebody else?
ask-o-fines = Do lists or notices show fines, debts or deductions of workers?
ask-o-rota = Do the time sheets or shift plans show very long days, or no rest day?
ask-o-silent = Do workers look at the boss or stay silent when somebody greets them, or does another person answer for them?
ask-o-hidden = Are workers sent away, hidden or told to be silent when you arrive?
ask-o-injuries = Do workers have wounds, burns or bruises that nobody treats?
ask-o-struck = Do you see somebody being hit, pushed or dragged?
ask-o-unprotected = Do workers use machines, chemicals or high places without protection?
ask-o-children = Do people work here who look so young that they should be at school?

## child-labour: Children who work

ask-ch-age = Are you at the age when children have to go to school?
ask-ch-hours = Do you work longer in a day than a school day lasts?
ask-ch-night = Do you work late in the evening, at night or before sunrise?
ask-ch-rest = Must you work without breaks or without a free day?
ask-ch-school = Does the work keep you from school, or make you too tired for it?
ask-ch-family = Do you live away from your family because of the work?
ask-ch-wage = Does somebody else take the money for your work?
ask-cz-heavy = Must you lift, carry or push heavy things?
ask-cz-machines = Must you work with machines, sharp knives, fire or very hot things?
ask-cz-substances = Must you work with dust, smoke, sprays or other things that make you sick?
ask-cz-places = Must you work high up, under the ground, among cars, or alone in the dark?
ask-cw-forced = Were you given to somebody to work, for money or for a debt, and you may not leave?
ask-cw-sexual = Does somebody touch your body, or take pictures of it, in a way that feels bad to you?
ask-cw-crime = Does somebody make you steal, or carry or sell things in secret?
ask-cw-weapons = Does somebody make you carry weapons or help people who fight?

## begging: Organised begging

ask-bg-made = Does somebody make you ask people in the street for money, or sell small things for it?
ask-bg-sum = Must you bring a certain sum of money?
ask-bg-money = Does somebody else take the money that people give you?
ask-bg-long = Must you ask for money for many hours, also in heat, in cold or at night?
ask-bc-beaten = Does somebody hit you, or give you no food, when you bring too little?
ask-bc-taken = Does somebody take you to the place where you ask for money, and fetch you again?
ask-bc-watched = Does somebody watch you while you ask for money?
ask-bc-child = Is a child used, or lent to others, so that people give more money?
ask-bc-disabled = Is a person with an illness or a disability used, so that people give more money?

## organ-removal: Removal of organs

ask-oa-asked = Has somebody asked you to give a part of your body, such as a kidney?
ask-oa-pressed = Does somebody push you or frighten you so that you give a part of your body?
ask-oa-money = Has somebody promised you money or something else for a part of your body?
ask-oa-debt = Has somebody said that a debt can be paid with a part of your body?
ask-oa-go-between = Has somebody arranged a journey, papers or a hospital for you, so that you give a part of your body?
ask-om-tests = Besides the usual check for work, were your blood or body tested, and nobody told you why?
ask-om-operated = Did you have an operation in which a part of your body was taken, or may have been taken?
