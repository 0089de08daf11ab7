# Mail that may be seen by others: it tells nothing.
messaging-sender = Service desk
messaging-arrived-subject = Your message
messaging-arrived-body = What you sent has arrived. You need to do nothing now. Please do not answer this mail.
messaging-news-subject = A message for you
messaging-news-body = There is something new for you to read. You can read it where you wrote to us, with your number and your code. Choose a moment when you are alone. Please do not answer this mail.
