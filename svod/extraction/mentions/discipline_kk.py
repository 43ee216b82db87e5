"""Kazakh kinds that are another one by what they are held in: "самбодан үш сабақ" trains, "дойбы сайысы" is sports."""

from svod.extraction.lexicon.endings_kk import ABLATIVE
from svod.extraction.lexicon.grammar import grammar, words
from svod.extraction.lexicon.meaning import Entry
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark

HELD_IN = "held_in_"
# By the word that the lexicon says it with, how the names of the disciplines begin.
DISCIPLINES = {name[len(HELD_IN) :]: tuple(words(name)) for name in grammar("kk") if name.startswith(HELD_IN)}
NEAR = 3  # words from a discipline to the kind: "самбодан екі ашық сабақ"


def is_held_in(frame: Frame, mark: Mark, entry: Entry) -> bool:
    """Whether a discipline of that entry's stands in the ablative near before the mark, or right before it as it is."""
    disciplines = DISCIPLINES[entry.code.partition(" ")[2]]
    for index in range(mark.first - 1, max(mark.first - 1 - NEAR, -1), -1):
        if not frame.words.gap(index + 1).isspace():
            return False
        word = frame.words.words[index]
        if word.endswith(ABLATIVE) or (index == mark.first - 1 and word.startswith(disciplines)):
            return word.startswith(disciplines)
    return False
