# Groups: rows from a spreadsheet, and several organisations for one workplace.
complaints-sheet-title = Paste rows from a spreadsheet
complaints-sheet-label = Rows, as they are copied in the spreadsheet, or CSV
complaints-sheet-hint = With or without a heading. Columns: name, nationality, language, phone, when to call, age, confidentiality, month, agreed pay, paid, own words. One more month of the same worker stands in a row below in which only the month and the pay are filled in.
complaints-sheet-read = Put these rows into the form
complaints-sheet-right =
    { $number ->
        [one] Take the { $number } worker without mistakes
       *[other] Take the { $number } workers without mistakes
    }
complaints-sheet-put =
    { $number ->
        [one] { $number } worker was put into the form. Look at it, then send.
       *[other] { $number } workers were put into the form. Look at them, then send.
    }
complaints-sheet-row = Row
complaints-sheet-fault = Row { $row }, column { $column } ({ $name }): { $what }
complaints-sheet-name = Name; full name; worker; worker name
complaints-sheet-nationality = Nationality; country
complaints-sheet-language = Language; speaks
complaints-sheet-phone = Phone; telephone; mobile; phone number
complaints-sheet-when = When to call; safe time; hours
complaints-sheet-age = Age
complaints-sheet-secret = Confidentiality; secret
complaints-sheet-month = Month
complaints-sheet-agreed = Agreed pay; agreed; salary; wage
complaints-sheet-paid = Paid; paid pay; received
complaints-sheet-words = Own words; words; what happened; remarks
complaints-sheet-error-none = Paste at least one row below the heading.
complaints-sheet-error-column = This column is not known. Name it as one of those above, or take it out.
complaints-sheet-error-above = A month stands here without a worker above it.
complaints-sheet-error-many = No more fit into one form. Send these first.
complaints-sheet-error-language = This language is not known. Write its own name or its two letters.
complaints-sheet-error-age = Write the years, adult, child, or nothing.
complaints-sheet-error-secret = Write confidential, anonymous, or nothing. Only the worker agrees to be named.
complaints-group-code = Group code, if another organisation gave you one
complaints-group-code-hint = 16 digits. Your workers join that group at the same workplace. You see your own alone.
complaints-group-code-give = Does another organisation file for workers of the same workplace? Give it this group code; it is shown this once:
complaints-group-error-code = No group that you may add to has this code. Look at it again.
