"""Honest totals from the register: the database adds up, the core decides what may be added.

counted.py    which rows count once, in which view
listed.py     what is listed: bounds by region, kind, audience, day
books.py      the same where it is kept: large parts; keeping.py, recount.py, touched.py say how
reported.py   what is reported beside it, and what contradicts
coverage.py   which organisations have reported
denied.py     which say that nothing was held
remembered.py sums that take a while, until something changes
"""

from svod.register.totals.books import Books, books, states, whole
from svod.register.totals.counted import Part, View, counted, once, part_of
from svod.register.totals.coverage import Coverage, coverage
from svod.register.totals.denied import denying
from svod.register.totals.listed import Ledger, Sum, by_day, ledger, listed
from svod.register.totals.remembered import keep_latest, latest, remembered
from svod.register.totals.reported import Beside, reconciled

__all__ = [
    "Beside",
    "Books",
    "Coverage",
    "Ledger",
    "Part",
    "Sum",
    "View",
    "books",
    "by_day",
    "counted",
    "coverage",
    "denying",
    "keep_latest",
    "latest",
    "ledger",
    "listed",
    "once",
    "part_of",
    "reconciled",
    "remembered",
    "states",
    "whole",
]
