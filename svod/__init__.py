"""Svod: from a folder of narrative reports to one consolidated report, every number leading back to its sentence."""

__version__ = "0.1.0"
