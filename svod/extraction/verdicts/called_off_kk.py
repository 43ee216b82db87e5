"""What Kazakh says was not held, or was put off: the negative of a verb, another day."""

from svod.extraction.lexicon.categories import VERBAL
from svod.extraction.lexicon.grammar import words
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.mentions.rule import rule

NEGATIVE = tuple(words("negative_endings"))
BEFORE_MOVED = 30  # characters from a day to the verb that puts something off to it


@rule(language="kk")
def negated(mention: Mention) -> Verdict | None:
    """ "Семинар ұйымдастырылмады", "көрме ілінбеді": called off."""
    return put_off(mention) or Verdict("none", 0.9, "called_off") if _is_negated(mention) else None


def _is_negated(mention: Mention) -> bool:
    """Whether a verb in the negative ends the clause."""
    frame, index = mention.frame, mention.frame.word_index(mention.clause.end) - 1
    if index + 2 < len(frame.words) and frame.words.words[index + 1] == "деп":  # "өтті деп жоспарланғанымен"
        at = frame.mark_at[index + 2]
        return at >= 0 and "cancelled.word" in frame.marks[at].categories
    if not mention.clause.categories.isdisjoint(VERBAL):
        return False
    return index > mention.mark.last and frame.words.words[index].endswith(NEGATIVE)


def put_off(mention: Mention) -> Verdict | None:
    """ "Турнир 5 желтоқсанға ауыстырылды": planned, where the new day is told."""
    frame, sentence = mention.frame, mention.sentence
    if mention.language != "kk":
        return None
    for mark in frame.marks_in(mention.mark.end, sentence.end):
        if "cancelled.moved" in mark.categories and frame.dates_in(mark.start - BEFORE_MOVED, mark.start):
            return Verdict("planned", 0.7, "put_off")
    return None
