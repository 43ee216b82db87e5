"""Who came from outside, in Kazakh: case endings, the words of joining and speaking behind them."""

from collections.abc import Iterator

from svod.extraction.fields.sets_kk import AGAINST, cases_of, categories_after, last_of_chain, named, word_after
from svod.extraction.holders.houses_kk import BELONGING
from svod.extraction.lexicon.categories import HELD
from svod.extraction.lexicon.endings_kk import GENITIVE, INSTRUMENTAL
from svod.extraction.lexicon.grammar import AND, words
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.along import is_used
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.extraction.text.signs import DASH_OR_COLON
from svod.packs.traits import traits
from svod.records import Span

NAME = 5  # words from a partner to the end of a person's name
NAME_GAP = frozenset(" .")
SENT = 60  # characters from those who sent somebody to the verb of coming
SENDABLE = frozenset({"audience", "partner"})
HOUSES, ROLES, AMONG = words("houses"), tuple(words("roles")), words("among")
GATHERED = tuple(words("gathering"))
PEOPLE = tuple(words("somebody"))
GIVEN = traits("address", "conversation", "advice")
ON_AIR = "эфир"
OF_THE_HOUSE = frozenset({"psychologist", "health", "library"})
STOPS = frozenset(".;:()\n")
FAR = 14  # words from a partner to the word of joining behind it


def partners_of(mention: Mention, skip: tuple[Span, ...]) -> Iterator[Mark]:
    """The partners of one mention's clause; those right before another item of its list are that item's.

    "Сынып сағаты, инспектормен әңгіме": the inspector came to the talk.
    """
    frame, clause = mention.frame, mention.clause
    if mention.is_of(GIVEN):
        yield from (mark for mark in named(frame, "partner", clause.start, clause.end, skip) if _gives(mention, mark))
    if "published" in mention.traits and ON_AIR in mention.entry.phrase:  # "«Жетісу» телеарнасының эфирінде"
        before = named(frame, "partner", clause.start, mention.mark.end, skip)
        yield from (mark for mark in before if cases_of(mark, "partner") & {"g", "l"} and _is_a_channel(mark))
    for mark in partners_in(frame, clause.start, clause.end, skip):
        at = frame.mark_at[mark.last + 1]
        behind = at if at is not None and frame.words.gap(mark.last + 1).isspace() else mention.mark
        is_item = "kind" in behind.categories and not behind.quoted and not is_used(frame, behind)
        if not is_item or behind.first == mention.mark.first:
            yield mark


def _gives(mention: Mention, mark: Mark) -> bool:
    """ "Дәрігер кеңес берді", "заңгер мен психологтың қабылдауы": one who came to tell; not of the house."""
    if "organiser.head" in mark.categories and not mark.categories & SENDABLE - {"partner"}:
        return False
    one = any(entry.number == "s" for entry in mark.entries if entry.category == "partner" and entry.language == "kk")
    cases = cases_of(last_of_chain(mention.frame, mark, "partner"), "partner")
    return one and bool(cases & {"n", "g"}) and not _is_own(mention.frame, mark)


def _is_a_channel(mark: Mark) -> bool:
    """ "Телеарнасының эфирінде", "газетте"; not "газеттер таратылған"."""
    return all(entry.code == "media" for entry in mark.entries if entry.category == "partner")


def partners_in(frame: Frame, start: int, end: int, skip: tuple[Span, ...]) -> Iterator[Mark]:
    """Those who came from outside: "прокурордың қатысуымен", "полициямен бірлесіп", "инспектор келіп"."""
    marks = [mark for mark in frame.marks_in(start, end) if not mark.quoted]
    markers = [mark for mark in marks if "partner.marker" in mark.categories]
    for mark in named(frame, "partner", start, end, skip):
        if _is_own(frame, mark) or _is_of_a_name(frame, mark):
            continue
        if any(rule(frame, mark) for rule in PARTNER) or _joined(frame, mark, markers):
            yield mark


def _is_own(frame: Frame, mark: Mark) -> bool:
    """ "Мектеп психологы мен медбикесі" work there; the inspector of a school comes from outside."""
    if all(entry.code not in OF_THE_HOUSE for entry in mark.entries if entry.category == "partner"):
        return False
    before = frame.words.words[mark.first - 1] if mark.first else ""
    if frame.words.words[mark.first] in HOUSES or (before in HOUSES and frame.words.gap(mark.first).isspace()):
        return True
    at = frame.mark_at[mark.first - 2] if before in AND and mark.first > 1 else None
    return at is not None and "partner" in at.categories and _is_own(frame, at)


def _is_of_a_name(frame: Frame, mark: Mark) -> bool:
    """ "Медбикелер кәсіподағымен": those whose union it is."""
    behind = frame.mark_at[mark.last + 1]
    if (
        behind is None
        or not frame.words.gap(mark.last + 1).isspace()
        or "n" not in mark.meaning.cases("partner", "kk", "p")
    ):
        return False
    is_house = not behind.categories.isdisjoint({"organiser.head", "partner"})
    return is_house and BELONGING.search(frame.words.words[behind.last]) is not None


def _joining(frame: Frame, mark: Mark) -> bool:
    """ "полициямен", "дағдарыс орталығының директорымен" """
    cases = cases_of(mark, "partner")
    if "i" in cases:
        return True
    if _with_somebody(frame, mark):
        return True
    last = last_of_chain(frame, mark, "partner")
    if last is not mark and "i" in cases_of(last, "partner"):  # "инспекторлар мен психологтармен"
        return True
    after = frame.words.words[mark.last + 1 : mark.last + 3]
    return cases == {"g"} and any(word.endswith(INSTRUMENTAL) for word in after)


def _with_somebody(frame: Frame, mark: Mark) -> bool:
    """ "инспектор А. Садықовпен", "қордың төрайымы Б. Ахметовамен": a person's name has the ending."""
    for index in range(mark.last + 1, min(mark.last + NAME, len(frame.words))):
        if not NAME_GAP.issuperset(frame.words.gap(index)):
            return False
        if frame.words.is_capital(index) and frame.words.words[index].endswith(INSTRUMENTAL):
            return True
    return False


def _invited(frame: Frame, mark: Mark) -> bool:
    """ "заңгерлерді шақыра отырып", "заңгер мен инспекторды бір бөлмеге жинады" """
    if "a" not in cases_of(last_of_chain(frame, mark, "partner"), "partner"):
        return False
    if "partner.marker" in categories_after(frame, mark):
        return True
    behind = frame.words.words[mark.last + 1 : mark.last + FAR]
    return any(word.startswith(GATHERED) for word in behind)


def _heard(frame: Frame, mark: Mark) -> bool:
    """ "Прокурордың дәрісі", "полиция қызметкерінің дәрісін тыңдады": who gives a lecture, right before it."""
    seen, last = frame.words, mark.last
    if last + 2 < len(seen) and seen.words[last + 1].startswith(PEOPLE) and seen.gap(last + 1).isspace():
        last += 1
    at = frame.mark_at[last + 1] if seen.gap(last + 1).isspace() else None
    if at is None or not seen.words[last].endswith(GENITIVE):
        return False
    return not at.meaning.traits.isdisjoint(GIVEN)


def _sent(frame: Frame, mark: Mark) -> bool:
    """ "білім басқармасынан маман шақырылды", "емханадан нарколог келді" """
    if "b" not in cases_of(mark, "partner"):
        return False
    near = frame.marks_in(mark.end, mark.end + SENT)
    people = any(not other.categories.isdisjoint(SENDABLE) for other in near[:1])
    return people and any("partner.marker" in other.categories for other in near)


def _introduced(frame: Frame, mark: Mark) -> bool:
    """ "Дәріскер – аудандық аурухананың дәрігері", "қазылар құрамында судья мен заңгер болды": what they did there."""
    for index in range(mark.first - 1, max(-1, mark.first - FAR), -1):
        gap = frame.words.gap(index + 1).strip()
        word = frame.words.words[index]
        if word.startswith(ROLES) and gap in DASH_OR_COLON:
            return True
        if word in AMONG:
            return "n" in cases_of(mark, "partner")
        if not STOPS.isdisjoint(gap):
            return False
    return False


PARTNER = (_joining, _invited, _sent, _introduced, _heard)


def _joined(frame: Frame, mark: Mark, markers: list[Mark]) -> bool:
    """Whether a word of joining follows; nobody comes to or from a place as a partner."""
    if not cases_of(mark, "partner") & {"n", "g"}:
        return False
    if word_after(frame, mark) in AGAINST and categories_after(frame, mark).isdisjoint(HELD):
        return False  # not "психолог қатысты." at the end
    if frame.words.words[mark.last] in HOUSES and "n" not in cases_of(mark, "partner"):
        return False  # "төрт колледждің командасы қатысты"
    following = categories_after(frame, last_of_chain(frame, mark, "partner"))
    if "audience.marker" in following and not following & HELD:
        return False
    return any(mark.first < marker.first <= mark.last + FAR for marker in markers)
