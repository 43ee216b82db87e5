"""The plan in English: plain official sentences."""

from svod.narration.en.grammar import English

__all__ = ["English"]
