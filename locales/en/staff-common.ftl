# Words that every staff page uses, beside those of worker-common.ftl.

staff-sign-out = Sign out
staff-menu = Main menu
staff-search = Search
staff-filter = Filter
staff-show-all = Show all
staff-none = None
staff-choose = Choose
staff-filer-self = the worker
staff-per-cent = { $number }%
staff-not-recorded = Not recorded
staff-details = Details
staff-history = History
staff-actions = Actions
staff-reason = Reason
staff-reason-hint = Write it so that a colleague understands it in a year. No names of people.
staff-error-reason = Say why in words that a colleague understands: at least eight letters, a sentence rather than a sign.
staff-confirm = Confirm
staff-items = { $count ->
    [one] { $count } item
   *[other] { $count } items
}
staff-page-of = Page { $page } of { $pages }
staff-next-page = Next page
staff-previous-page = Previous page
staff-changed-title = Somebody changed this in the meantime
staff-changed = Nothing was saved. Look at the newer state, then decide again. What you wrote is still here.
staff-read-recorded = Reading this is recorded.
