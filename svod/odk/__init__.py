"""The campaign's form for ODK and KoboToolbox, and the answers that come of it.

words.toml    what the form says, in three languages
questions.py  its questions; choices.py what may be answered
xlsform.py    the workbook; xform.py what an app fetches
answers.py    the answers of one filled-in form
instance.py   as an app sends them, exports.py as KoboToolbox and ODK Central export them; tables.py opens those
values.py     what a single answer says; told.py all of them as a text, with the activities that stand on it
files.py      an export among the files of a folder; openrosa.py what a server says to an app
"""
