"""Made passages of reports with the persons and identifiers that stand in them, for measuring the guard.

Nothing here is shared with `svod.guard`: names, sentences, declension and check digits are written anew, so that an
error of the guard's is not repeated in what it is measured by. Half of the names and sentences is "unseen": whoever
tunes the guard looks at the other half only.
"""

from tests.guard.made.passages import LANGUAGES, Gold, Passage, passages, told

__all__ = ["LANGUAGES", "Gold", "Passage", "passages", "told"]
