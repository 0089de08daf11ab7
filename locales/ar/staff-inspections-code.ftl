# The code on a report.
inspections-report-code = هل هذه الورقة لنا؟ تحقق بالرمز { $code }. المفتش لا يأخذ مالًا أبدًا.
