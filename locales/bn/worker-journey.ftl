# পথ: খসড়া ও যাচাই, বিপদ, টাকা, গোপনীয়তা, নিরাপদ যোগাযোগ, নিজের ভাষায় ফোন।

web-drafted = এই ভাষার লেখা এখনো খসড়া। যাঁদের মাতৃভাষা এটি, তাঁদের কেউ এখনো দেখে দেননি।
web-drafted-report = কিছু ভুল বা বুঝতে কঠিন হলে আমাদের জানান
complaints-wording-title = কিছু ভুল বা বুঝতে কঠিন
complaints-wording-lead = আপনার ভাষার অন্যদের সাহায্য করুন। এখানে নিজের সম্পর্কে কিছু লিখবেন না: কেউ এর উত্তর দেয় না।
complaints-wording-shown = পাতায় যেভাবে লেখা আছে
complaints-wording-better = আপনি কীভাবে বলতেন?
complaints-wording-done = ধন্যবাদ। একজন এটি দেখবেন।

complaints-call-title = আপনার ভাষা জানেন এমন কারও সঙ্গে কথা বলুন
complaints-call-why = এই কথাগুলো পরিষ্কার না হলে, আপনার ভাষা জানেন এমন কেউ ফোন করে বুঝিয়ে দিতে পারেন।
complaints-call-lead = নাম বলতে হবে না। এটি অভিযোগ নয়।
complaints-call-number = ফোন নম্বর
complaints-call-send = ফোন করতে বলুন
complaints-call-done-title = একজন আপনাকে ফোন করবেন
complaints-call-done = আপনার নিরাপদ সময়ে, { $time }-এর আগে একজন আপনাকে ফোন করবেন।
complaints-call-error-alone = শুধু আপনার একার ফোনেই আমরা ফোন করি। তা না হলে অন্য ফোন ব্যবহার করুন, বা পরে আসুন।

complaints-door-danger-hint = কাকে ফোন করবেন, আর এক চাপে কীভাবে জানাবেন
complaints-danger-title = আপনি কি এখন বিপদে আছেন?
complaints-danger-first = পারলে এখনই ফোন করুন:
complaints-danger-cannot = ফোন করতে পারছেন না?
complaints-danger-promise = লাল বোতামটি চাপুন। কিছু লিখতে হবে না। একজন মানুষ { $time }-এর আগে এটি পড়বেন।
complaints-danger-where = আপনি কোথায়?
complaints-danger-number = আপনার ফোন নম্বর, শুধু যদি ফোনটি আপনার একার হয়
complaints-danger-send = আমি বিপদে আছি: এখনই অফিসকে জানান

complaints-learns-title = আপনি যা বলেন তা কে জানবে?
complaints-learns = শুধু যারা কাজ করছেন তারাই। একটি কথা আলাদা: কেউ মারা যেতে পারে বা বড় আঘাত পেতে পারে, অথবা কোনো শিশু কষ্ট পাচ্ছে, এমন হলে যারা মানুষকে রক্ষা করেন তাদের জানাতে হতে পারে। নিরাপদ হলে আগে আপনাকে জানাব।
complaints-secret-can = আপনি কে তা না বলে আমরা যা করতে পারি
complaints-secret-can-feasible = কারও নাম না বলে আমরা পুরো কারখানা বা কাজের জায়গা দেখতে পারি। তবু মালিক আন্দাজ করতে পারেন।
complaints-secret-can-difficult = আপনার নাম না বলে আমরা শুরু করতে পারি। কিন্তু কথাটি অল্প মানুষ জানে, তাই মালিক আন্দাজ করতে পারেন যে আপনিই বলেছেন। পরে আমরা আপনাকে জিজ্ঞেস করতে পারি, নাম বলা যাবে কি না।
complaints-secret-can-impossible = এটি শুধু আপনার বিষয়। আপনার নাম না বলে মালিককে এটি জিজ্ঞেস করা যায় না। তবু আপনি কী করতে পারেন তা জানাতে পারি। আপনি রাজি হলেই শুধু নাম বলি।
complaints-secret-anonymous-hint = শুধু এখানেই, আপনার কোড দিয়ে, উত্তর দিতে পারব।
complaints-secret-open-hint = মালিককে আপনার নাম বলতে পারি।

complaints-claims = কোন বেতন বাকি?
complaints-claims-hint = শুধু সংখ্যা লিখুন। যা জানেন না তা খালি রাখুন।
complaints-claim-month = মাস
complaints-claim-agreed = যে বেতনের কথা ছিল
complaints-claim-paid = যে বেতন পেয়েছেন
complaints-claim-nothing = কিছু না পেলে 0 লিখুন।
complaints-claim-add = আরেকটি মাস যোগ করুন
complaints-claim-sum = মোট বাকি
complaints-error-amount = টাকার পরিমাণ সংখ্যায় লিখুন, যেমন 150 বা 150.50।
complaints-error-month = এই বেতনের মাস বেছে নিন।

complaints-channel-text = আমাকে এসএমএস পাঠান
complaints-whose = ফোন বা ইমেইলটি কার?
complaints-whose-alone = শুধু আমার
complaints-whose-seen = আমার, কিন্তু অন্যরাও দেখে
complaints-whose-trusted = আমার বিশ্বাসের একজনের
complaints-whose-employer = মালিকের, বা কাজের জায়গার কারও
complaints-never-call = কখনো ফোন করবেন না
complaints-no-message = কোনো বার্তা রাখবেন না, পাঠাবেনও না
complaints-safe-word = একটি নিরাপদ শব্দ
complaints-safe-word-hint = আপনার পছন্দের একটি শব্দ। যিনি ফোন করবেন তিনি আগে এটি বলবেন, তাতে বুঝবেন আমরাই ফোন করেছি।
complaints-open-words = ইমেইলে লেখা থাকতে পারে এটি কী নিয়ে
complaints-open-words-hint = না হলে শুধু লেখা থাকবে, পড়ার কিছু আছে।
complaints-error-never-call = আপনি ফোন চেয়েছেন, আবার কখনো ফোন করতে মানাও করেছেন। একটি বেছে নিন।
complaints-error-mail = ইমেইল ঠিকানা দেখতে name@example.com-এর মতো। আবার দেখুন।

messaging-arrived-open-subject = আপনার অভিযোগ পৌঁছেছে
messaging-arrived-open-body = কাজ নিয়ে আপনার অভিযোগ পৌঁছেছে। একজন মানুষ এটি পড়বেন। নম্বর ও কোড দিয়ে উত্তর পড়তে পারবেন। দয়া করে এই মেইলের উত্তর দেবেন না।
messaging-news-open-subject = আপনার অভিযোগের নতুন খবর
messaging-news-open-body = কাজ নিয়ে আপনার অভিযোগের নতুন খবর আছে। নম্বর ও কোড দিয়ে পড়তে পারবেন। দয়া করে এই মেইলের উত্তর দেবেন না।
