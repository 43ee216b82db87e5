"""With whom an activity was held."""

from svod.extraction.fields import partners_kk
from svod.extraction.fields.sets import Coded, coded, is_met
from svod.extraction.holders.heads import is_person
from svod.extraction.lexicon.grammar import words
from svod.extraction.mentions.lists import own_parts
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.along import is_attribute, is_handed_out
from svod.extraction.text.brackets import bracket_around
from svod.extraction.text.frame import Frame
from svod.extraction.text.prepositions import after_preposition
from svod.extraction.text.scan import Mark
from svod.extraction.text.spans import span_of
from svod.records import Span

NEXT = 40  # characters to the next one of a list
WHEREAS = words("whereas")
EXPERTS = words("experts")
ON_AIR = "media"  # the partner: "в эфире районного радио прошла передача"


def partners_later(frame: Frame, start: int, end: int) -> Coded:
    """Partners that a sentence of its own tells of the activity before it: "Оған прокурор мен имам қатысты"."""
    if frame.language_at(start) == "kk":
        return coded("partner", partners_kk.partners_in(frame, start, end, ()))
    found: Coded = {}
    marked = False
    speaks = "partner.speech" in frame.said(start, end)
    for mark in frame.marks_in(start, end):
        marked = marked or "partner.marker" in mark.categories
        entry = mark.meaning.entry("partner")
        if entry is not None and not mark.quoted and (marked or (speaks and "n" in entry.cases)):
            found.setdefault(entry.code, span_of(mark.start, mark.end))
    return found


def _marks_of(mention: Mention) -> list[Mark]:
    """The marks that speak of it in its clause, and those of the sentence's rest where that names no other activity."""
    frame, clause = mention.frame, mention.clause
    own = [mark for start, end in own_parts(mention) for mark in frame.marks_in(start, end)]
    if frame.kinds_in(clause.end, mention.sentence.end):
        return own
    rest = frame.marks_in(clause.end, mention.sentence.end)
    behind = frame.word_index(clause.end)
    if mention.language == "ru" and clause.end < mention.sentence.end and frame.words.words[behind] in WHEREAS:
        return own  # "психолог провела тренинг, а участковый обошёл семьи"
    return [*own, *rest]


def _is_expert(mention: Mention, mark: Mark) -> bool:
    """ "Врач провёл беседу с учащимися": one who came to tell; not the house's own psychologist."""
    if mention.comes_with_guests:
        return _is_guest(mention, mark)
    if "advice" in mention.traits and is_person(mark) and is_one_person(mark):
        return not after_preposition(mention.frame, mention.clause, mark)
    holds = mention.is_verb or "held.object" in mention.clause.categories
    if not holds or "organiser.head" in mark.categories or mark.first > mention.mark.first:
        return False
    if after_preposition(mention.frame, mention.clause, mark) or mark.start < mention.clause.start:
        return False
    return is_one_person(mark) and not EXPERTS.isdisjoint(mention.frame.words.words[mark.first : mark.last + 1])


def is_one_person(mark: Mark) -> bool:
    """ "Адвокат", "психолог", as the subject of what they did."""
    if "organiser.head" in mark.categories and not is_person(mark):
        return False
    return any(entry.number == "s" and "n" in entry.cases for entry in mark.entries if entry.category == "partner")


def _is_added(mention: Mention, mark: Mark) -> bool:
    """ "Круглый стол в библиотеке (КДН, полиция, врач)": in brackets behind what was held, in the nominative."""
    text, start = mention.frame.text, mention.mark.end
    if mention.language != "ru" or mark.start < start or "n" not in mark.meaning.cases("partner", "ru"):
        return False
    return bracket_around(text, start, mark.start) >= 0


def _is_guest(mention: Mention, mark: Mark) -> bool:
    """ "К студентам пришли судья и адвокат": who came, as the subject of the verb."""
    is_inside = mention.clause.start <= mark.start < mention.clause.end
    persons = "n" in mark.meaning.cases("partner", "ru") and "organiser.head" not in mark.categories
    return persons and is_inside and not after_preposition(mention.frame, mention.clause, mark)


def _is_a_thing(mention: Mention, mark: Mark) -> bool:
    """ "Участникам розданы газеты", "конкурс газет": not those who make them."""
    return is_handed_out(mention.frame, mark) or is_attribute(mention.frame, mark)


def partners_of(mention: Mention, skip: tuple[Span, ...]) -> Coded:
    """Partners are named after a word of joining: "с участием прокурора", "совместно с полицией"."""
    if mention.language == "kk":
        return coded("partner", partners_kk.partners_of(mention, skip))
    found: Coded = {}
    open_until = -1
    joined = False
    for mark in _marks_of(mention):
        if mark.quoted:
            continue
        if "partner.marker" in mark.categories or "held.joined" in mark.categories:
            open_until, joined = mark.end + 160, True
        if mark.first == mention.mark.first:
            open_until = mark.end + 60 if "with_guests" in mention.traits else open_until
        if "partner" not in mark.categories or _is_a_thing(mention, mark):
            continue
        entry = mark.meaning.entry("partner")
        if entry is not None and _is_expert(mention, mark):
            found.setdefault(entry.code, span_of(mark.start, mark.end))
            continue
        if any(span.start <= mark.start < span.end for span in skip):
            continue
        is_guest = mark.start <= open_until or joined or is_met(mention.frame, mark)
        is_guest = is_guest or _is_added(mention, mark)
        is_guest = is_guest or ("published" in mention.traits and entry is not None and entry.code == ON_AIR)
        if entry is not None and (entry.language == "kk" or is_guest):
            found.setdefault(entry.code, span_of(mark.start, mark.end))
            open_until = max(open_until, mark.end + NEXT)  # "с врачами, инспекторами труда и психологами"
    return found
