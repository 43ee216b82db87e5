"""A table of activities that an organisation keeps for itself: taken away as XLSX, filled in, compared row by row.

words.py      what the table says, and how people may head its columns (words.toml)
names.py      the pack's terms and the organisations below, as the table writes them and as they are read
field.py      what a field of the table is
fields.py     each field of an activity: how its cells are written and read
marks.py      the hidden mark of a row: which activity, in which version
template.py   the table as it is taken away
lines.py      the rows of a table that came back
compare.py    what each row would change: nothing is written here
matching.py   which activity a row is about
since.py      what an activity was when the table was made
text.py       the rows as the text that activities stand on
"""
