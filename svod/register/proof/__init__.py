"""`svod check`: proves what the register promises, reading only, and says in words what is wrong and how to mend it.

flaw.py      what is found
broken.py    what a damaged file and a full disk say
database.py  the file itself, its references, its version
evidence.py  every place lies in its text, and the text is the one that was read
files.py     every file is there, as long and with the bytes it came with
history.py   no change of a row is missing
prove.py     all of it, of one moment
sums.py      what is shown is what an independent recount gives
versions.py  what a newer version changed in the tables, what this one still has to
"""
