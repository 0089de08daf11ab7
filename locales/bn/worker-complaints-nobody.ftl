# Nobody is on duty: what can be promised, and what she can do.
complaints-nobody = এখন পড়ার মতো কেউ নেই। { $time }-এর পর একজন মানুষ এটি পড়বেন। অপেক্ষা করতে না পারলে ফোন করুন।
complaints-first-nobody = আমরা নাম বা পাসপোর্ট চাই না। এখন পড়ার মতো কেউ নেই। আপনি যা পাঠাবেন, { $time }-এর পর একজন মানুষ তা পড়বেন।
