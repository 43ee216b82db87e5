"""Extraction: a document's text becomes draft activities and reported totals, each with its evidence."""

from svod.extraction.explain import explain
from svod.extraction.extract import extract

__all__ = ["explain", "extract"]
