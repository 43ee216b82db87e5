"""Whose people these most likely are, where no rule says it: told right behind an activity that has none yet."""

from svod.extraction.around.later import goes_on
from svod.extraction.fields.people import People
from svod.extraction.fields.people_unnamed import A_FEW
from svod.extraction.lexicon.grammar import IN_ALL, words
from svod.extraction.mentions.found import ONE, Found, told_of_it
from svod.extraction.text.frame import Frame
from svod.extraction.text.sentences import Sentence

# Of something else: of crimes, of a staff, of a campaign; of what is wished for, planned or fell through.
OF_OTHERS = frozenset({"goal.word", "goal.history", "cancelled.word", "planned.verb", "planned.invite"}) | {
    "total.never",
    "total.campaign",
    "total.period",
    "total.scope",
    "measure.organisations",
    "measure.activities",
}
EVERY_ONE = words("every_one")
OTHER_TIMES, NOT_OF_IT = words("people_of_other_times"), tuple(words("not_of_it"))


def suppose_owner(
    frame: Frame, people: People, sentence: Sentence, found: list[Found], told: list[People], summing: bool
) -> Found | None:
    """ "Прошла беседа. 28 ребят получили закладки", "прошёл семинар. Всего обучено 33 председателя".

    `told` are all the people of the sentence, which tells no activity itself.
    """
    last = found[-1] if found else None
    if last is None or len(told) != 1 or last.mention.language != "ru" or not _may_have(last, people):
        return None
    if not frame.said_in(sentence).isdisjoint(OF_OTHERS) or _tells_of_an_award(frame, sentence):
        return None
    is_its = _sums_up(frame, last, found, sentence) if summing else _is_right_behind(frame, last, found, sentence)
    if not is_its:
        return None
    last.suppose("people_nearby")
    return last


def _sums_up(frame: Frame, last: Found, found: list[Found], sentence: Sentence) -> bool:
    """ "Прошёл семинар. Всего обучено 33 председателя"; not "в каждом селе прошёл приём"."""
    clause = last.mention.clause
    if last.count != ONE or not EVERY_ONE.isdisjoint(frame.words_in(clause.start, clause.end)):
        return False
    return _is_the_only_one(frame, last, found, sentence)


def _may_have(last: Found, people: People) -> bool:
    """Whether people gather at such a thing, as many of them as are more than who held it."""
    is_free = last.participants is None and not last.planned and "uncounted" not in last.mention.traits
    return is_free and people.bounds.least >= A_FEW


def tells_of_another_time(frame: Frame, sentence: Sentence) -> bool:
    """ "За прошлый год обратились 1 200 женщин": they came to nothing told here."""
    return not OTHER_TIMES.isdisjoint(frame.words_of(sentence))


def _tells_of_an_award(frame: Frame, sentence: Sentence) -> bool:
    """ "Награды получили 24 человека" """
    return any(word.startswith(NOT_OF_IT) for word in frame.words_of(sentence))


def _is_the_only_one(frame: Frame, last: Found, found: list[Found], sentence: Sentence) -> bool:
    """Whether a sum has nothing else to sum up: the paragraph's only activity; the text's, where it says "всего …"."""
    in_line = [item for item in found if item.line == sentence.line]
    if in_line or len(found) > 1:
        return in_line == [last]
    return told_of_it(sentence, found) and frame.word_from(sentence.start) in IN_ALL


def _is_right_behind(frame: Frame, last: Found, found: list[Found], sentence: Sentence) -> bool:
    """Whether the sentence before told that activity, and no other."""
    before = last.mention.sentence
    if sum(item.mention.sentence is before for item in found[-2:]) > 1 or before.line != sentence.line:
        return False
    if frame.text[before.end : sentence.start].strip():
        between = frame.sentence_at(before.end + 1)
        is_about_it = goes_on(frame, between)  # "Прошёл семинар. Его организовал филиал. Учились 48 человек"
        return is_about_it and not frame.text[between.end : sentence.start].strip()
    return before.end <= sentence.start
