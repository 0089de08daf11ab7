# Waiting when many come at once.
web-wait-title = Please wait a moment
web-wait = Very many people use this page just now. You will be let through.
web-wait-kept = Nothing that you wrote is lost. It is on this page; keep it open.
web-wait-seconds = Seconds to wait: { $seconds }
