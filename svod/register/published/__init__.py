"""What goes out to the public: built from confirmed rows, cleaned, and from then on apart from the register.

clean.py    one activity, without what must not be told
content.py  all that the public pages know
tables.py   the same as open data; parquet.py for who reads it by a program
diary.py    the campaign day by day, as a report that can be printed
picture.py  what a shared link shows
"""
