# An interpreter gives a text back.
casework-back = Give it back
casework-back-why = Why do you give it back?
casework-back-hint = Another interpreter gets it. It does not come to you again.
casework-back-conflict = I know somebody concerned, I work for one of them, or I filed for one
casework-back-language = It is in another language or dialect
casework-back-time = I cannot do it in time
casework-back-button = Give it back
