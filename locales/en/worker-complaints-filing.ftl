# Filing: reading over, reaching her, codes that were renewed.
complaints-error-filer = Only people who sign in here can choose this.
complaints-change = Change
complaints-contact-kept = Leave this empty to keep what you gave before.
complaints-safe-word-forget = I do not want a safe word any more
complaints-code-renewed = Did the office give you a new code? Then only the new one works. If you do not have it, ask us to call you or go to a labour office. We help you.
complaints-evidence-filer-lead = You can add photos, papers or recordings for the worker. You cannot open them again here.
complaints-evidence-filer-count = Files that you added: { $number }
complaints-group-secret = May the employer learn who it is?
complaints-group-secret-anonymous = No, and no name is given
complaints-group-claims = Which of this worker’s pay is missing?
