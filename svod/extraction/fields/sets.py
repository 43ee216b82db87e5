"""For whom, with whom, with what: audience, partners and materials."""

from collections.abc import Iterable, Mapping

from svod.extraction.fields import partners_kk, sets_kk
from svod.extraction.lexicon.grammar import AND, is_adjective, words
from svod.extraction.mentions.lists import own_parts
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.along import is_handed_out
from svod.extraction.text.frame import Clause, Frame
from svod.extraction.text.prepositions import after_preposition
from svod.extraction.text.scan import Mark
from svod.extraction.text.spans import span_of
from svod.language.fold import fold
from svod.packs import Pack
from svod.records import Span

MET = frozenset({"meeting", "lecture", "talk", "training"})  # kinds whose guests may be told by "с" alone
TAUGHT = frozenset(
    {"talk", "lecture", "training", "seminar", "info_hour", "class_hour", "consultation", "raid", "distribution"}
)
DOERS = frozenset({"specialists", "staff", "officials", "teachers"})
PEOPLE = frozenset({"audience", "partner"})
CAME = frozenset({"held.attendance", "held.came"})
NEXT = 40  # characters to the next one of a list
WITH, SPOKESMEN, ABOUT = words("with"), words("spokesmen"), words("about_people")
AMONG, EVILS = words("among"), tuple(words("evils"))
EXPERTS, STAFF = words("experts"), words("staff")
WHOSE = frozenset({"partner", "organiser.head", "place"})
DAYS, YEARS = words("calendar_days"), words("calendar_years")
Coded = dict[str, Span]  # code -> the place that says it
NOTHING: Mapping[str, Coded] = {}


def codes_in(frame: Frame, category: str, start: int, end: int, skip: tuple[Span, ...] = ()) -> Coded:
    """The codes of a category named between two places, outside quotations and the places to skip."""
    found: Coded = {}
    addressed: Coded = {}  # for them where it is for nobody else
    invited = False
    for mark in frame.marks_in(start, end):
        if category == "audience" and _is_the_staff(frame, mark):
            found.setdefault("staff", Span(mark.start, mark.end))
        invited = "partner.marker" in mark.categories or (invited and "audience.marker" not in mark.categories)
        if category not in mark.categories or mark.quoted:
            continue
        if category == "audience" and "partner" in mark.categories and (invited or _is_met(frame, mark)):
            continue  # "with the participation of lawyers", "встреча с медицинскими работниками"
        if category == "audience" and ("held.as" in mark.categories or _is_spoken_of(frame, mark)):
            continue
        if skip and any(span.start <= mark.start < span.end for span in skip):
            continue
        for entry in mark.entries:
            if entry.category == category:
                told = addressed if category == "audience" and _is_addressed(frame, mark) else found
                told.setdefault(entry.code, span_of(mark.start, mark.end))
    return found or addressed


def _is_addressed(frame: Frame, mark: Mark) -> bool:
    """ "Коллеги, завтра семинар", "Уважаемые родители, …": who is told of it."""
    if frame.text[mark.end : mark.end + 1] not in (",", "!"):
        return False
    first = mark.first - (mark.first > 0 and is_adjective(frame.words.words[mark.first - 1]))
    before = frame.text[max(0, frame.words.starts[first] - 2) : frame.words.starts[first]].rstrip(" ")
    return not before or before[-1] in "\n.!?:"


def _is_the_staff(frame: Frame, mark: Mark) -> bool:
    """ "С сотрудниками проведена беседа": of nobody else's; not "с сотрудниками полиции"."""
    words, behind = frame.words, mark.last + 1
    if words.words[mark.last] not in STAFF or words.words[mark.first] not in WITH or behind >= len(words):
        return False
    at = frame.mark_at[behind]
    own = "g" in frame.marks[at].meaning.cases_in(WHOSE) if at >= 0 else is_adjective(words.words[behind])
    return not own or not words.gap(behind).isspace()


def _is_met(frame: Frame, mark: Mark) -> bool:
    """Whether "с" stands before it, or before the guest it is joined to: "с врачами, юристами и психологами"."""
    index = mark.first - 1
    while index >= 0 and _goes_before(frame.words.words[index]) and frame.words.gap(index + 1).isspace():
        index -= 1
    if index < 0 or frame.words.words[index] in WITH:
        return index >= 0
    if frame.words.words[index] in AND:
        index -= 1
    elif "," not in frame.words.gap(index + 1):
        return False
    at = frame.mark_at[index] if index >= 0 else -1
    before = frame.marks[at] if at >= 0 else None
    return before is not None and "partner" in before.categories and _is_met(frame, before)


def _goes_before(word: str) -> bool:
    """ "с местными юристами", "с представителями комитета"."""
    return is_adjective(word) or word in SPOKESMEN


def _is_spoken_of(frame: Frame, mark: Mark) -> bool:
    """ "Насилие в отношении женщин и детей", "ко Дню учителя", "Год детей": about them, and not for them."""
    index = mark.first - 1
    while index >= 0 and is_adjective(frame.words.words[index]) and frame.words.gap(index + 1).isspace():
        index -= 1
    if index < 0 or not (gap := frame.words.gap(index + 1)).strip(",").isspace():
        return False
    word = frame.words.words[index]
    if word in AMONG and index > 0 and frame.words.words[index - 1].startswith(EVILS):
        return True  # "профилактика насилия среди несовершеннолетних"
    if word in ABOUT or word in DAYS or (word in YEARS and frame.words.is_capital(index)):
        return "," not in gap and bool(mark.meaning.cases("audience", "ru") & {"g", "i"})
    joined = word in AND or "," in gap
    before = frame.mark_at[index - (word in AND)] if joined and index else -1
    return before >= 0 and "audience" in frame.marks[before].categories and _is_spoken_of(frame, frame.marks[before])


def audience_of(mention: Mention, start: int, end: int, skip: tuple[Span, ...]) -> Coded:
    """For whom it was, from the words between two places."""
    if mention.language != "kk":
        skip = (*skip, *_whose(mention))
        doers = _doers(mention, start)
        found = codes_in(mention.frame, "audience", start, end, (*skip, *doers))
        if found or not doers or mention.code in TAUGHT:
            return found
        return codes_in(mention.frame, "audience", start, end, skip)
    return _coded("audience", sets_kk.audience_in(mention, start, end, skip))


def _whose(mention: Mention) -> tuple[Span, ...]:
    """ "Тренинг психолога с педагогами": who gave it stands right behind it in the genitive."""
    index = mention.mark.last + 1
    at = mention.frame.mark_at[index] if index < len(mention.frame.words) else -1
    mark = mention.frame.marks[at] if at >= 0 else None
    if mark is None or not mark.categories >= PEOPLE or mention.language != "ru" or mark.quoted:
        return ()
    gives = any(entry.number == "s" and "g" in entry.cases for entry in mark.entries if entry.category == "audience")
    return (span_of(mark.start, mark.end),) if gives else ()


def _doers(mention: Mention, start: int) -> tuple[Span, ...]:
    """ "Специалисты центра провели тренинг для родителей": who held it, and not for whom it was."""
    said = mention.clause.categories
    holds = mention.is_verb or ("held.object" in said and "a" in mention.cases())
    if mention.language != "ru" or not holds or not said.isdisjoint(CAME):
        return ()
    marks = mention.frame.marks_in(start, mention.mark.start)
    people = (mark for mark in marks if not mark.quoted and mark.categories & PEOPLE)
    first = next((mark for mark in people if _does(mention.frame, mention.clause, mark)), None)
    return () if first is None else (span_of(first.start, first.end),)


def _does(frame: Frame, clause: Clause, mark: Mark) -> bool:
    """ "Для студентов преподаватель провела лекцию": in the nominative, and behind no preposition."""
    is_doer = any(entry.code in DOERS and "n" in entry.cases for entry in mark.entries)
    return is_doer and not after_preposition(frame, clause, mark)


def audience_before_list(mention: Mention, skip: tuple[Span, ...]) -> Coded:
    """ "С родителями проведены беседы, лекции", "провели с детьми беседы, игры": of every item, before the first."""
    clause, frame = mention.clause, mention.frame
    end = clause.verbs[0].start if clause.verbs else clause.start
    first = frame.mark_at[frame.word_index(clause.start)]
    if first >= 0 and "audience.marker" in frame.marks[first].categories:
        return codes_in(frame, "audience", clause.start, end, skip)
    opens = mention
    while opens.listed_after is not None and opens.listed_after.clause is clause:
        opens = opens.listed_after
    between = frame.marks_in(clause.verbs[0].end, opens.mark.start) if clause.verbs else []
    marker = next((mark for mark in between if "audience.marker" in mark.categories), None)
    return {} if marker is None else codes_in(frame, "audience", marker.start, opens.mark.start, skip)


def _coded(category: str, marks: Iterable[Mark]) -> Coded:
    found: Coded = {}
    for mark in marks:
        for entry in mark.entries:
            if entry.category == category and entry.language == "kk":
                found.setdefault(entry.code, span_of(mark.start, mark.end))
    return found


def partners_later(frame: Frame, start: int, end: int) -> Coded:
    """Partners that a sentence of its own tells of the activity before it: "Оған прокурор мен имам қатысты"."""
    if frame.language_at(start) == "kk":
        return _coded("partner", partners_kk.partners_in(frame, start, end, ()))
    found: Coded = {}
    marked = False
    speaks = "partner.speech" in frame.said(start, end)
    for mark in frame.marks_in(start, end):
        marked = marked or "partner.marker" in mark.categories
        entry = mark.meaning.entry("partner")
        if entry is not None and not mark.quoted and (marked or (speaks and "n" in entry.cases)):
            found.setdefault(entry.code, span_of(mark.start, mark.end))
    return found


class Implied:
    """What the phrases of kinds say besides the kind: rules (category, code, beginning of a word), all folded."""

    def __init__(self, pack: Pack) -> None:
        self._rules = [
            (*rule.split(" "), fold(beginning))
            for lexicon in pack.lexicon.values()
            for rule, beginnings in lexicon.get("implied", {}).items()
            for beginning in beginnings
        ]
        self._known: dict[tuple[str, ...], tuple[tuple[str, str], ...]] = {}  # words -> (category, code)

    def of(self, words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        """What these words say, as (category, code); found once for the same words."""
        if words not in self._known:
            self._known[words] = tuple(
                (category, code)
                for category, code, beginning in self._rules
                if any(word.startswith(beginning) for word in words)
            )
        return self._known[words]


def implied(mention: Mention, rules: Implied) -> Mapping[str, Coded]:
    """What the kind's own words say: "родительское собрание" is for parents, "просмотр видеоролика" shows a video.

    Category -> codes; most words imply nothing.
    """
    words = mention.frame.words
    start = mention.mark.first
    if start and mention.governor != start - 1 and words.gap(start).isspace() and "\n" not in words.gap(start):
        start -= 1
    said = rules.of(tuple(words.words[start : mention.mark.last + 1]))
    if not said:
        return NOTHING
    span = span_of(mention.mark.start, mention.mark.end)
    found: dict[str, Coded] = {}
    for category, code in said:
        found.setdefault(category, {})[code] = span
    return found


def _marks_of(mention: Mention) -> list[Mark]:
    """The marks that speak of it in its clause, and those of the sentence's rest where that names no other activity."""
    frame, clause = mention.frame, mention.clause
    own = [mark for start, end in own_parts(mention) for mark in frame.marks_in(start, end)]
    rest = frame.marks_in(clause.end, mention.sentence.end)
    if any("kind" in mark.categories and not mark.quoted for mark in rest):
        return own
    return [*own, *rest]


def _is_expert(mention: Mention, mark: Mark) -> bool:
    """ "Врач провёл беседу с учащимися": one who came to tell; not the house's own psychologist."""
    if mention.comes_with_guests:
        return _is_guest(mention, mark)
    holds = mention.is_verb or "held.object" in mention.clause.categories
    if not holds or "organiser.head" in mark.categories or mark.first > mention.mark.first:
        return False
    if after_preposition(mention.frame, mention.clause, mark) or mark.start < mention.clause.start:
        return False
    is_one = any(entry.number == "s" and "n" in entry.cases for entry in mark.entries if entry.category == "partner")
    return is_one and not EXPERTS.isdisjoint(mention.frame.words.words[mark.first : mark.last + 1])


def _is_guest(mention: Mention, mark: Mark) -> bool:
    """ "К студентам пришли судья и адвокат": who came, as the subject of the verb."""
    is_inside = mention.clause.start <= mark.start < mention.clause.end
    persons = "n" in mark.meaning.cases("partner", "ru") and "organiser.head" not in mark.categories
    return persons and is_inside and not after_preposition(mention.frame, mention.clause, mark)


def partners_of(mention: Mention, skip: tuple[Span, ...]) -> Coded:
    """Partners are named after a word of joining: "с участием прокурора", "совместно с полицией"."""
    if mention.language == "kk":
        return _coded("partner", partners_kk.partners_of(mention, skip))
    found: Coded = {}
    open_until = -1
    joined = False
    for mark in _marks_of(mention):
        if mark.quoted:
            continue
        if "partner.marker" in mark.categories or "held.joined" in mark.categories:
            open_until, joined = mark.end + 160, True
        if mark.first == mention.mark.first:
            open_until = mark.end + 60 if mention.code in MET else open_until
        if "partner" not in mark.categories or is_handed_out(mention.frame, mark):
            continue
        entry = mark.meaning.entry("partner")
        if entry is not None and _is_expert(mention, mark):
            found.setdefault(entry.code, span_of(mark.start, mark.end))
            continue
        if any(span.start <= mark.start < span.end for span in skip):
            continue
        is_guest = mark.start <= open_until or joined or (mention.code in MET and _is_met(mention.frame, mark))
        if entry is not None and (entry.language == "kk" or is_guest):
            found.setdefault(entry.code, span_of(mark.start, mark.end))
            open_until = max(open_until, mark.end + NEXT)  # "с врачами, инспекторами труда и психологами"
    return found
