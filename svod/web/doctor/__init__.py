"""`svod doctor`: what is wrong with an installation, in plain words, each with what to do about it.

finding.py   what is found
examine.py   all of it, in the order in which it is told
place.py     the data folder, the disk it lies on
tables.py    the database, its version, its clock
work.py      readers, what waits, the last backup
programs.py  what must be installed beside Svod
safety.py    settings that let in whom they should not, or nobody
"""
