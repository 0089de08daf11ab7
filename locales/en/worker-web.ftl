# Words of the shell around every page.
web-patterns-title = Patterns
web-patterns-lead = Each part that pages are made of, once.
web-patterns-field = A question
web-patterns-clocks = Time left
web-patterns-chart = Figures
web-patterns-empty = There is nothing here yet.
web-patterns-icons = Icons
web-problem-unauthorized-title = Please say who you are
web-problem-unauthorized = This door needs a valid token. Ask your administrator for one.
web-problem-conflict-title = This was changed in the meantime
web-problem-conflict = Nothing was saved. Open the page again, look at what is new, and decide again.
web-problem-unprocessable-title = Some answers cannot be used as they are
web-problem-unprocessable = Look at the fields named here, put them right, and send them again.
web-problem-expired-title = This form waited too long
web-problem-expired = Nothing was saved. Copy what you wrote, open the page again, and send it.
web-problem-kept = What you wrote
web-error-shape = This cannot be read as it is.
