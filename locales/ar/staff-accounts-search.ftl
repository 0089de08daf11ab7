# طريق القائمة إلى البحث.

accounts-nav-search = بحث
