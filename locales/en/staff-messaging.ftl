# Mail to staff: that there is work, and nothing of it.
messaging-work-subject = There is work for you
messaging-work-body = Something waits for you at your desk. Sign in as you always do and open “Notices”. Please do not answer this mail.
