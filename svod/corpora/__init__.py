"""Corpora: millions of texts to activities, block by block, on one machine or many.

contract.py   a line of JSON that gives a text, and the fields that answer it
blocks.py     a corpus in blocks, each with a name that says what it is of
texts.py      the documents of one block
parts.py      what was read of a block, as one Parquet file, whole or not there
job.py        one block from its texts to its part: a pure function that any engine may run, again too
engines.py    processes of this machine, or Dask's workers at a scheduler's address
"""
