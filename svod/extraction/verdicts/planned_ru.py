"""Russian mentions of what is still to come: put off to another day, laid down by a decision."""

from svod.extraction.lexicon.grammar import ON, is_finite, is_infinitive, words
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.mentions.rule import rule

HOLDING = tuple(words("holding"))  # how the verbs begin that mean to hold: "проводить"
PUT_OFF, ON_OR_UNTIL = tuple(words("put_off")), ON | words("until_a_day")
TIMES = tuple(words("times_ahead"))  # how the words begin: "первый квартал"
NEAR = 5  # words from "на" to the time


def put_off_to(mention: Mention) -> Verdict | None:
    """ "Семинар перенесён на 15 декабря": planned, where the new time is told; "перенесён на весну" tells none."""
    if mention.language != "ru":
        return None
    frame = mention.frame
    for verb in mention.clause.verbs:
        if frame.words.words[verb.last].startswith(PUT_OFF) and _tells_when(mention, verb.last + 1):
            return Verdict("planned", 0.7, "put_off")
    return None


def _tells_when(mention: Mention, index: int) -> bool:
    """Whether "на" and a day, a month or a quarter of the year stand there: "на 15 декабря", "на первый квартал"."""
    frame = mention.frame
    seen, last = frame.words, frame.word_index(mention.sentence.end)
    if index >= last or seen.words[index] not in ON_OR_UNTIL:
        return False
    behind = seen.words[index + 1 : min(index + NEAR, last)]
    if any(word.startswith(TIMES) for word in behind) or frame.years_in(seen.starts[index], mention.sentence.end):
        return True
    return bool(frame.dates_in(seen.starts[index], mention.sentence.end))


@rule(language="ru", begins=HOLDING, is_verb=False)
def laid_down(mention: Mention) -> Verdict | None:
    """ "До 20 января провести опрос", "в марте организовать конкурс": a decision's infinitive, and its time."""
    frame, sentence = mention.frame, mention.sentence
    if mention.clause.categories or not frame.dates_in(sentence.start, sentence.end):
        return None
    seen = frame.words_of(sentence)
    if any(is_finite(word) for word in seen):
        return None
    before = frame.words_in(sentence.start, mention.mark.start)
    is_to_do = any(is_infinitive(word) and word.startswith(HOLDING) for word in before)
    return Verdict("planned", 0.6, "laid_down") if is_to_do else None
