"""Who came as a guest, and with what, where a later sentence or the rest of it tells so."""

from collections.abc import Sequence

from svod.extraction.fields import partners, sets
from svod.extraction.lexicon.categories import ATTENDED
from svod.extraction.lexicon.grammar import words
from svod.extraction.mentions.found import Found, told_of_it
from svod.extraction.text.frame import Frame
from svod.extraction.text.sentences import Sentence

THEM, AT_THEM = words("these_events"), words("at_events")
LEARNING, TELLING = tuple(words("learning")), tuple(words("telling"))
NAMES_PARTNERS = frozenset({"partner.marker", "partner.speech"})


def add_partners(frame: Frame, sentence: Sentence, said: frozenset[str], found: Sequence[Found]) -> None:
    """ "Кездесуге прокурор қатысты": of the activity before, where its sentence told but one."""
    if {"material", "held.present"} <= said and found and found[-1].line == sentence.line:
        found[-1].add_codes("materials", sets.codes_in(frame, "material", sentence.start, sentence.end))
    names_partners = "partner" in said and not said.isdisjoint(NAMES_PARTNERS)
    names_people = "audience" in said and not said.isdisjoint(ATTENDED)
    if names_partners and _is_of_them_all(frame, sentence):
        for told in _told_at_once(sentence, found):
            add_guests(frame, told, sentence.start, sentence.end)
        return
    hears = "audience" in said and not names_people
    item = _told_of(sentence, found) if names_partners or names_people or hears else None
    if item is not None and names_partners:
        add_guests(frame, item, sentence.start, sentence.end)
    if item is not None and names_people:
        item.add_codes("audience", those_who_came(frame, sentence))
    elif item is not None and hears and not item.audience and item.mention.language == "ru":
        item.add_codes("audience", those_who_heard(frame, sentence))


def _told_of(sentence: Sentence, found: Sequence[Found]) -> Found | None:
    """The one activity that a sentence without any goes on about."""
    last = [item for item in found[-2:] if item.line == sentence.line]
    last = last or list(found if told_of_it(sentence, found) else ())
    if not last or (len(last) == 2 and last[0].mention.sentence == last[1].mention.sentence):
        return None
    return last[-1]


def _is_of_them_all(frame: Frame, sentence: Sentence) -> bool:
    """ "На мероприятия были приглашены юристы": in the plural the sentence goes on about all that were told."""
    first, last = frame.word_index(sentence.start), frame.word_index(sentence.end)
    seen = frame.words.words
    return any(seen[at] in THEM and seen[at - 1] in AT_THEM for at in range(first + 1, last))


def _told_at_once(sentence: Sentence, found: Sequence[Found]) -> list[Found]:
    """What the sentence before it told, in its paragraph."""
    last = found[-1] if found and found[-1].line == sentence.line else None
    return [item for item in found if last is not None and item.mention.sentence == last.mention.sentence]


def those_who_came(frame: Frame, sentence: Sentence) -> set[str]:
    """ "Пришли школьники, студенты и педагоги", "шараға ата-аналар қатысты": people in the nominative."""
    came: set[str] = set()
    for mark in frame.marks_of(sentence):
        if mark.quoted or (mark.meaning.language == "kk" and "partner" in mark.categories):
            continue
        people = (entry for entry in mark.entries if entry.category == "audience" and entry.number == "p")
        came.update(entry.code for entry in people if "n" in entry.cases)
    return came


def those_who_heard(frame: Frame, sentence: Sentence) -> set[str]:
    """ "Школьники узнали о правах", "ребятам рассказали о законах": of what the sentence before told."""
    seen = frame.words_of(sentence)
    learn, tell = (any(word.startswith(verbs) for word in seen) for verbs in (LEARNING, TELLING))
    heard: set[str] = set()
    for mark in frame.marks_of(sentence) if learn or tell else ():
        people = (entry for entry in mark.entries if entry.category == "audience" and not mark.quoted)
        heard.update(entry.code for entry in people if entry.number == "p" and _hears(entry.cases, learn, tell))
    return heard


def _hears(cases: str, learn: bool, tell: bool) -> bool:
    return (learn and "n" in cases) or (tell and "d" in cases and "n" not in cases)


def add_guests(frame: Frame, item: Found, start: int, end: int) -> None:
    """Those told later; the police that hold a raid are not its guests as well."""
    guests = partners.partners_later(frame, start, end)
    holder = item.sources.get("organiser")
    own = sets.codes_in(frame, "partner", holder.start, holder.end) if guests and holder is not None else {}
    item.add_codes("partners", (code for code in guests if code not in own))


def add_those_who_came(frame: Frame, item: Found, sentence: Sentence) -> None:
    """ "Тренинг өтті, оған сынып жетекшілері қатысты": what the rest of a Kazakh sentence says of those who came."""
    start = item.mention.clause.end
    if not item.audience and not item.planned and not frame.said(start, sentence.end).isdisjoint(ATTENDED):
        item.add_codes("audience", those_who_came(frame, Sentence(start, sentence.end, sentence.line, False)))
