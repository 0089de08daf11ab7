# Words that every worker page uses. The staff side may use them too.

common-product = Haqqi
common-product-meaning = “My right”
common-quick-exit = Leave now
common-quick-exit-hint = Closes this page and opens another that tells nothing.
common-danger-call = In danger? Call { $number }
common-call-us = Talk to a person: { $number }
common-back = Back
common-next = Next
common-continue = Continue
common-send = Send
common-save = Save
common-cancel = Cancel
common-change = Change
common-close = Close
common-yes = Yes
common-no = No
common-unknown = I do not know
common-optional = You may leave this empty
common-listen = Listen
common-print = Print
common-home = First page
common-skip-link = Skip to the main part
common-language-label = Choose your language
common-footer-free = This service is free. Nobody may ask you for money for it.
common-footer-private = Your employer is not told who you are by this page.
common-demo-mark = Demonstration: nothing here is real, and nobody reads what you send.

common-error-title = There is a problem
common-error-prefix = Error:
common-error-summary-intro = Please look at these answers again:
common-error-required = Please answer this question.
common-error-choose = Please choose one of the answers.
common-error-too-long = { $max ->
    [one] This is too long. Please use { $max } letter at most.
   *[other] This is too long. Please use { $max } letters at most.
}
common-error-invalid = We cannot read this answer. Please write it in another way.

common-problem-not-found-title = This page is not here
common-problem-not-found = Check the address, or begin again from the first page.
common-problem-too-large-title = This is too much at once
common-problem-too-large = Your text or file is too big. Go back, make it shorter, and send it again. Your words are still there.
common-problem-forbidden-title = You cannot open this page
common-problem-forbidden = This page is for somebody else. Begin again from the first page.
common-problem-expired-title = This form waited too long
common-problem-expired = To keep you safe, a form is good only for a time. Your answers are still here. Please send them again.
common-problem-try-again-title = Something went wrong with us
common-problem-try-again = It was not your fault. Please wait a minute and try again. If it is urgent, call us.
common-problem-method-title = This page cannot be opened like that
common-problem-method = Go back and use the buttons on the page.
common-problem-too-many-title = Too many tries
common-problem-too-many = Please wait a few minutes, then try again. If you are in danger, call now.
common-problem-bad-request-title = We could not read what was sent
common-problem-bad-request = Go back, look at your answers, and send them again.

common-money = { $amount } { $currency }
common-duration-moment = less than a minute
common-duration-minutes = { $minutes } min
common-duration-hours = { $hours } h
common-duration-hours-minutes = { $hours } h { $minutes } min
common-duration-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
common-duration-days-hours = { $days ->
    [one] { $days } day { $hours } h
   *[other] { $days } days { $hours } h
}
common-duration-left = { $duration } left
common-duration-late = { $duration } late
