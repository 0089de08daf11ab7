complaints-upload-going = পাঠানো হচ্ছে
complaints-upload-stopped = থেমে গেছে: সংযোগ নেই। নিজে থেকেই আবার চলবে।
complaints-upload-checking = সবটা এসে গেছে। এখন আমরা দেখছি।
complaints-upload-again = এই পাতা বন্ধ হয়ে গেলে আবার এখানে এসে একই ফাইল বেছে নিন: যেখানে থেমেছিল সেখান থেকে চলবে।
complaints-problem-upload-title = ফাইলটি পুরো আসেনি
complaints-problem-upload = ফিরে গিয়ে ফাইলটি আবার বেছে নিন। যেখানে থেমেছিল সেখান থেকে চলবে।
