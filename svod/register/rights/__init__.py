"""What is held of a person named in reports: where it stands, and how it goes without moving a number.

traces.py   every text and every JSON column, and the places in them that name the person
blank.py    those places made black, one character for one, so that no evidence moves
erase.py    all of it, the files included
account.py  the same of somebody who signs in
retain.py   what goes by itself when its time is over
"""
