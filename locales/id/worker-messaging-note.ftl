# A note of number and code that she asked for.
messaging-note-subject = { complaints-paper-title }
messaging-note-body = { complaints-paper-keep }
