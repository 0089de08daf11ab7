# Filing: reading over, reaching her, codes that were renewed.
complaints-error-filer = যাঁরা এখানে সাইন ইন করেন, শুধু তাঁরাই এটি বেছে নিতে পারেন।
complaints-change = বদলান
complaints-contact-kept = আগে যা দিয়েছিলেন তা রাখতে হলে এটি খালি রাখুন।
complaints-safe-word-forget = আমি আর নিরাপদ শব্দ চাই না
complaints-code-renewed = অফিস কি আপনাকে নতুন কোড দিয়েছে? তাহলে শুধু নতুন কোডটিই কাজ করে। সেটি আপনার কাছে না থাকলে আমাদের ফোন করতে বলুন, বা শ্রম অফিসে যান। আমরা সাহায্য করব।
complaints-evidence-filer-lead = শ্রমিকের জন্য ছবি, কাগজ বা রেকর্ডিং যোগ করতে পারেন। এখানে সেগুলো আর খুলতে পারবেন না।
complaints-evidence-filer-count = আপনি যত ফাইল যোগ করেছেন: { $number }
complaints-group-secret = মালিক কি জানতে পারবেন তিনি কে?
complaints-group-secret-anonymous = না, আর কোনো নাম দেওয়া হবে না
complaints-group-claims = এই শ্রমিকের কোন বেতন বাকি আছে?
