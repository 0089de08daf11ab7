# The search.

casework-search = Search
casework-search-for = Reference, telephone number, or employer
casework-search-hint = A reference such as C-26-7KQ4M2-X; a whole number, of the worker or the employer; a name, in Arabic or in Latin letters.
casework-search-state = State
casework-search-button = Search
casework-search-words = What people told cannot be searched. Their words, their names and their addresses are sealed, so that nobody can fish for who complained. Each search is recorded.
casework-search-as-reference = Looked for as a reference
casework-search-as-phone = Looked for as a telephone number: only the whole number is found
casework-search-as-employer = Looked for as an employer’s name, in both scripts
casework-search-as-codes = Everything of this kind and state that you may see
casework-search-empty = Nothing that you may see was found.
casework-search-complaints = Complaints
casework-search-workplaces = Employers and workplaces
casework-search-work = Work
casework-search-error-long = Type at most 200 characters
