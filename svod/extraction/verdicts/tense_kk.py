"""When a Kazakh chain of converbs took place: its last verb says it for all."""

from svod.extraction.lexicon.endings_kk import CONVERB
from svod.extraction.lexicon.grammar import words
from svod.extraction.mentions.mention import Mention

AHEAD, LATER = "planned.verb", words("from_now_on")


def is_ahead(mention: Mention) -> bool:
    """ "Инспекторлар үйлерді аралап, тұрғындарға парақша таратады": nothing of it was done yet.

    A day or "келесі" of its own parts the last verb from the others: "жиын өтіп, 5 желтоқсанда тренинг өткізіледі".
    """
    if mention.language != "kk":
        return False
    frame, sentence = mention.frame, mention.sentence
    verbs = [
        mark for mark in frame.marks_in(mention.mark.start, sentence.end) if mark.meaning.tells and not mark.quoted
    ]
    for index, verb in enumerate(verbs):
        if AHEAD in verb.categories:
            return index > 0 and not _is_later(mention, verbs[index - 1].end, verb.start)
        if not frame.words.words[verb.last].endswith(CONVERB):
            return False
    return False


def _is_later(mention: Mention, start: int, end: int) -> bool:
    return bool(mention.frame.dates_in(start, end)) or not LATER.isdisjoint(mention.frame.words_in(start, end))
