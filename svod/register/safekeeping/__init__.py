"""Backup and restore: everything of an installation in one file, and back.

archive.py  the file: its members, its manifest, the hashes that prove it whole
sealed.py   its encryption with age
moment.py   the database as it is at one moment, while people go on working
named.py    the files that the database names
backup.py   the way there
restore.py  the way back
"""
