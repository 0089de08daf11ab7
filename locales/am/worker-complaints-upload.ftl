complaints-upload-going = እየተላከ ነው
complaints-upload-stopped = ቆሟል፦ ግንኙነት የለም። በራሱ ይቀጥላል።
complaints-upload-checking = ሁሉም ደርሷል። አሁን እያየነው ነው።
complaints-upload-again = ይህ ገጽ ከተዘጋ ወደዚህ ተመልሰው ያንኑ ፋይል ይምረጡ፦ ከቆመበት ይቀጥላል።
complaints-problem-upload-title = ፋይሉ ሙሉ በሙሉ አልደረሰም
complaints-problem-upload = ተመልሰው ፋይሉን እንደገና ይምረጡ። ከቆመበት ይቀጥላል።
