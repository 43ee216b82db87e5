"""Extraction: a document's text becomes draft activities and reported totals, each with its evidence."""

from svod.extraction.extract import extract

__all__ = ["extract"]
