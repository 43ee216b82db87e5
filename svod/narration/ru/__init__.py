"""The plan in Russian: the report as an officer would write it."""

from svod.narration.ru.grammar import Russian

__all__ = ["Russian"]
