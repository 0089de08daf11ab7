# The roster of one office beside the nation's.
casework-roster-office = هنا تدير جدول مناوبة { $office }: من يُنبَّه أولًا من موظفيك. أما الجدول الوطني، أي من يقرأ لجميع المكاتب ليلًا، فيُدار من فوق المكاتب، وهو معروض هنا أيضًا.
casework-roster-national = وطني
casework-roster-alarm = قريبًا لا أحد في المناوبة الوطنية: يجب إيجاد شخص
