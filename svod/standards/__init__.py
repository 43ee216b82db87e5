"""A campaign's figures as other systems take them: HXL, 3W, IATI, DHIS2, ActivityInfo.

figures.py      what is told: activities and totals that may leave the organisation's circle, and nothing else
columns.py      the columns of all tables; words.toml their headings
hxl.py          a row of tags under the head; three_w.py who does what, where, when and for whom
activityinfo.py a table for its importer
iati.py         results as an activity of IATI 2.03
dhis2.py        a data value set, and what its codes mean

Where a system holds one number and Svod a least and a most, both are written, each under its own name. Nothing that
was counted is lost in silence: docs/standards.md says what each format holds and what it does not.
"""
