# A large file that is sent in pieces over a bad line.
complaints-upload-going = Sending
complaints-upload-stopped = Stopped: there is no connection. It goes on by itself.
complaints-upload-checking = All of it is there. We look at it now.
complaints-upload-again = If this page closes, come back here and choose the same file: it goes on where it stopped.
complaints-problem-upload-title = The file did not come whole
complaints-problem-upload = Go back and choose the file again. It goes on where it stopped.
