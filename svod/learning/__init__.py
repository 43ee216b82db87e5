"""Learning from corrections: confirmed reviews move the rules' decisions, where that reads texts better.

    lesson = learn(list(read_gold(lines)), pack)     lesson.weights is None where nothing was gained
    extract(document, pack, Learned(lesson.weights))

What is learned is a weight for each of a few simple facts, in a file that a person can read: `written`, `load_weights`.
"""

from svod.learning.gold import Annotated, BadGold, read_gold
from svod.learning.learn import Lesson, Trial, learn, tried_on
from svod.learning.learned import Learned
from svod.learning.weights import BadWeights, Weights, load_weights, written

__all__ = [
    "Annotated",
    "BadGold",
    "BadWeights",
    "Learned",
    "Lesson",
    "Trial",
    "Weights",
    "learn",
    "load_weights",
    "read_gold",
    "tried_on",
    "written",
]
