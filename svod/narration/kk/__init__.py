"""The plan in Kazakh: verbs close their clauses, what comes before the noun is said before it."""

from svod.narration.kk.grammar import Kazakh

__all__ = ["Kazakh"]
