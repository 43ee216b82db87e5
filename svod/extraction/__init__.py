"""Extraction: a document's text becomes draft activities and reported totals, each with its evidence."""

from svod.extraction.around.second_look import SecondLook
from svod.extraction.doubts import OF_ITS_DAY, against_its_day, doubts_in_words
from svod.extraction.explain import explain
from svod.extraction.extract import extract
from svod.extraction.fields.terms import named
from svod.extraction.reasons import reason

__all__ = ["OF_ITS_DAY", "SecondLook", "against_its_day", "doubts_in_words", "explain", "extract", "named", "reason"]
