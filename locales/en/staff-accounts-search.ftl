# The menu's way to the search.

accounts-nav-search = Search
