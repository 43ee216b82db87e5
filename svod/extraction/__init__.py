"""Extraction: a document's text becomes draft activities and reported totals, each with its evidence."""

from svod.extraction.explain import explain
from svod.extraction.extract import extract
from svod.extraction.terms import named

__all__ = ["explain", "extract", "named"]
