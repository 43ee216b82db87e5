"""What activities are found by: the words of search, and the codes of every filter, as signs in one inverted index.

However filters are combined, what has all of their signs is found without looking at any activity: by FTS5 in SQLite,
by GIN in PostgreSQL, in a table of its own beside that of the activities.

written.py    the signs of a row, as the database writes them
kept.py       the index, and the triggers that keep it in the transaction of each change
asked.py      what has some signs
"""

from svod.register.signs.asked import ORDER, Signs, among, having, in_order, of_codes, some
from svod.register.signs.kept import forget_erased, set_up
from svod.register.signs.written import NONE, PREFIX, stands

__all__ = [
    "NONE",
    "ORDER",
    "PREFIX",
    "Signs",
    "among",
    "forget_erased",
    "having",
    "in_order",
    "of_codes",
    "set_up",
    "some",
    "stands",
]
