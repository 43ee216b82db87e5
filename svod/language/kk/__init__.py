"""Kazakh: how it counts, dates and declines; word lists stand beside as data."""
