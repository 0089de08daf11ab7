casework-sight-heard = Who spoke with her alone?
casework-sight-heard-none = I did, and noted it
casework-sight-heard-hint = For a yes: a talk alone that stands in the call log, since she filed and since her last “no”.
casework-error-sight-talk = No talk alone with this person stands in the call log since she filed, or since her last “no”. Speak with her alone, note it under “Calls and attempts”, then write her answer here.
casework-closing-error-asked = { $days ->
    [one] The worker left no way to be reached. Before this outcome a question stands for one day on the page to which the worker comes back: write it under “Message”. Or note a talk alone.
   *[other] The worker left no way to be reached. Before this outcome a question stands for { $days } days on the page to which the worker comes back: write it under “Message”. Or note a talk alone.
}
casework-closing-error-unasked = The worker left no way to be reached: before this outcome a question stands on the worker’s page for the days of the pack.
casework-closing-error-untranslated = Words of the worker are not translated yet: nobody here has read them.
work-danger-followed = See that what was chosen in danger happens
casework-bar-indicator = The worker’s words speak of held papers, threats, violence or confinement.
casework-bar-wish = The worker wishes that the employer learn nothing. If the worker agrees to contact with the employer, alone, note it as a request below.
casework-visit-error-not-met = The call log has no talk alone with the worker since the flag was raised. Note the talk in which the worker asked for the visit first.
casework-visit-error-barred = A visit that names the worker is contact with the employer, and that is barred: see “Mediation”. A blind visit is possible.
casework-barred-agreed = The worker agreed to it in a talk alone.
casework-code-just-now = A code was issued at { $time }.
casework-code-error-just-now = A code was issued just now. If the worker has it, nothing is to be done; say so below if another is meant.
casework-code-another = Issue another
casework-code-another-hint = The one that was issued just now ends.
casework-ask = Ask at this talk too
casework-ask-hint = Her words suggest this; nobody has confirmed it. Ask when she is alone and can speak, in these words or her own. She need not answer. Note what she says on the page “Single indicators”.
casework-ask-age = Her age
