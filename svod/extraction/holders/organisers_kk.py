"""Who held it, in Kazakh: the subject of an active verb, the holder before "ұйымдастыруымен", the house it was in."""

import re

from svod.extraction.holders.houses_kk import BELONGING, HEADS, Held, house_of
from svod.extraction.lexicon.endings_kk import CONVERB, GENITIVE, LOCATIVE, OURS, PARTICIPLE, POSSESSIVE
from svod.extraction.lexicon.grammar import AND, words
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.language.fold import fold_phrase

HOLDERS = HEADS | {"audience"}
OF_ITS_OWN = frozenset({"audience", "kind"})  # a subject may stand before them: "психолог дәріс оқыды"
PASSED = frozenset({"audience", "organiser.head", "partner", "kind"})
ACTIVE, PASSIVE = tuple(words("active_beginnings")), words("passive_signs")
STAFF = frozenset({"staff", "specialists", "teachers"})
POSTPOSITIONS = words("postpositions")
PLACED = re.compile(r"(?<=\w\w)[ыи]нд[ае]$")  # "алдында", "ауласында"
ABOUT = words("about_office")  # "отбасы саясаты жөніндегі"
GOT = tuple(words("got"))  # "алды", "алып", "алған"
NEAR = 3  # words from a holder to "ұйымдастыруымен"
PAST, LONG = ("ды", "ди", "ты", "ти"), 5  # "қуантты" is no "істері"


def holder_of(mention: Mention) -> Held | None:
    """The head of the name of whoever held it."""
    marks = [mark for mark in mention.clause.marks if not mark.quoted]
    heads = [mark for mark in marks if not mark.categories.isdisjoint(HEADS) and not _is_ours(mention.frame, mark)]
    return (
        _by_marker(marks)
        or _as_subject(mention, marks, heads)
        or _as_subject_before(mention, heads)
        or _as_owner(mention, heads)
        or house_of(mention, heads)
    )


def _is_ours(frame: Frame, head: Mark) -> bool:
    """ "Мектебіміз концерт ұйымдастырды": nobody's name."""
    return head.first == head.last and frame.words.words[head.first].endswith(OURS)


def _by_marker(marks: list[Mark]) -> Held | None:
    """ "аудандық кәсіподақтың ұйымдастыруымен", "оқушылардың бастамасымен" """
    for index, mark in enumerate(marks):
        if "organiser.marker" not in mark.categories or index == 0:
            continue
        before = marks[index - 1]
        if (
            not before.categories.isdisjoint(HOLDERS)
            and mark.first - before.last <= NEAR
            and _cases(before) & {"g", "n"}
        ):
            return before, "g" if "g" in _cases(before) else "n"
    return None


def _as_subject(mention: Mention, marks: list[Mark], heads: list[Mark]) -> Held | None:
    """ "Аудандық кітапхана көрме ашты", "орталық мамандары тренинг өткізді" """
    if not _is_active(mention):
        return None
    frame = mention.frame
    for head in heads:
        if head.first < mention.mark.first and "n" in _cases(head) and not is_attributive(frame, head):
            return head, "n"
    behind = _as_subject_behind(mention, heads)
    if behind is not None:
        return behind, "n"
    for mark in marks:
        people = "audience" in mark.categories and "n" in mark.meaning.cases("audience", "kk", "p")
        possessed = frame.words.words[mark.last].endswith(POSSESSIVE) or any(
            entry.code == "youth" for entry in mark.entries
        )
        if people and possessed and mark.first < mention.mark.first and _may_hold(mention, mark):
            return mark, "n"
    return None


def _as_subject_behind(mention: Mention, heads: list[Mark]) -> Mark | None:
    """ "Сурет байқауын «Жас ұлан» ұйымы жүргізді": an organisation, no person, between what was held and the verb."""
    if mention.cases() != {"a"}:
        return None
    verbs = {verb.first for verb in mention.clause.verbs}
    for head in heads:
        if head.first > mention.mark.last and head.last + 1 in verbs and "n" in _cases(head):
            between = mention.frame.said(mention.mark.end, head.start)
            return None if "audience" in head.categories or "kind" in between else head
    return None


def _as_subject_before(mention: Mention, heads: list[Mark]) -> Held | None:
    """ "Полицейлер мектепке барып, дәріс өткізді": the subject of a converb is that of the verb behind it."""
    frame, clause = mention.frame, mention.clause
    if heads or clause.start == mention.sentence.start or frame.language_at(clause.start) != "kk":
        return None
    before = [mark for mark in frame.marks_in(mention.sentence.start, clause.start) if not mark.quoted]
    last = frame.words.words[frame.word_index(clause.start) - 1]
    if not before or not last.endswith(CONVERB) or _told_in(before):
        return None
    holders = [mark for mark in before if not mark.categories.isdisjoint(HEADS)]
    return _as_subject(mention, before, holders)


def _told_in(marks: list[Mark]) -> bool:
    """Whether another activity is told there; "акция аясында" is none."""
    behind = [*marks[1:], marks[-1]]
    return any(
        "kind" in mark.categories and "reference.after" not in other.categories
        for mark, other in zip(marks, behind, strict=True)
    )


def _may_hold(mention: Mention, people: Mark) -> bool:
    if _are_staff(mention.frame, people):
        return True
    return "done_by_people" in mention.traits or any(entry.code == "specialists" for entry in people.entries)


def _are_staff(frame: Frame, people: Mark) -> bool:
    """ "полиция бөлімшесінің қызметкерлері", "орталықтың мамандары": those of an organisation named before them."""
    house = frame.mark_at[people.first - 1]
    if house is None or not frame.words.gap(people.first).isspace():
        return False
    staff = any(entry.category == "audience" and entry.code in STAFF for entry in people.entries)
    return staff and not house.categories.isdisjoint(HEADS) and "g" in _cases(house)


def _is_active(mention: Mention) -> bool:
    """ "өткізді", "өткізбек", "таратты"; not "өткізілді", "өтеді" """
    clause = mention.clause
    if "advice" in mention.traits and _received(mention):
        return False
    if "held.object" in clause.categories or ("round" in mention.traits and "held.joined" in clause.categories):
        return True
    for mark in clause.verbs:
        word = fold_phrase(mark.entries[0].phrase)
        if "planned.verb" in mark.categories and word.startswith(ACTIVE) and PASSIVE.isdisjoint(_pairs(word)):
            return True
    if "encounter" in mention.traits:  # "инспектор оқушылармен кездесті": a guest
        return False
    return mention.is_verb and PASSIVE.isdisjoint(_pairs(mention.frame.words.words[mention.mark.last]))


def _received(mention: Mention) -> bool:
    """ "50 тұрғын заңгердің кеңесін алды": those who were advised held nothing."""
    verb = mention.mark if mention.is_verb else mention.clause.verbs[-1] if mention.clause.verbs else None
    return verb is not None and mention.frame.words.words[verb.last].startswith(GOT)


def _pairs(word: str) -> set[str]:
    """All pieces of two and three letters."""
    return {word[index : index + size] for size in (2, 3, 4) for index in range(len(word) - size + 1)}


def is_attributive(frame: Frame, head: Mark) -> bool:
    """ "мектеп оқушылары", "мектеп алдында": bare, before what it belongs to; not "кітапхана оқырмандар үшін"."""
    index = head.last + 1
    if index >= len(frame.words) or not frame.words.gap(index).isspace():
        return False
    if frame.words.words[index] in POSTPOSITIONS:  # "WhatsApp тобы арқылы"
        return True
    if PLACED.search(frame.words.words[index]) and not frame.words.words[head.last].endswith(POSSESSIVE):
        return True
    at = frame.mark_at[index]
    if at is None and _has_an_owner(frame, head, index):
        return True
    if at is None or at.categories.isdisjoint(PASSED) or frame.words.words[head.last].endswith(POSSESSIVE):
        return False
    return at.categories.isdisjoint(OF_ITS_OWN) or BELONGING.search(frame.words.words[index]) is not None


def _has_an_owner(frame: Frame, head: Mark, index: int) -> bool:
    """ "Мемлекеттік қызмет істері": a bare noun before one that is its own, in the nominative."""
    word = frame.words.words[index]
    is_own = word.endswith(POSSESSIVE) and not word.endswith(PAST)
    return not frame.words.words[head.last].endswith(POSSESSIVE) and is_own and len(word) > LONG - 1


def _as_owner(mention: Mention, heads: list[Mark]) -> Held | None:
    """ "әйелдер істері жөніндегі комиссияның көшпелі отырысы", "еріктілер клубының «Ақ жол» атты концерті" """
    sitting = _who_sat(mention) if "sitting" in mention.traits else None
    if sitting is not None:
        return sitting
    mark, is_own = mention.mark, "owned" in mention.traits
    if mention.is_verb or not (is_own or mention.frame.words.words[mark.last].endswith(POSSESSIVE)):
        return None
    for head in reversed(heads):
        if "g" not in _cases(head) or "organiser.head" not in head.categories or head.first > mark.first:
            continue
        if is_own or not ("audience" in head.categories or _is_of_many(head)):
            return (head, "g") if _goes_right_before(mention.frame, head, mark) else None
    return None


def _who_sat(mention: Mention) -> Held | None:
    """ "комиссияның отырысы", "отбасы саясаты жөніндегі комиссия отырысы": the body within the kind's own phrase."""
    mark, words = mention.mark, mention.frame.words
    body = mark.last - 1
    if body < mark.first:
        return None
    case = "g" if words.words[body].endswith(GENITIVE) else "n"
    if case == "n" and (mark.first == 0 or words.words[mark.first - 1] not in ABOUT):
        return None  # "комиссия отырысы": of which is not told
    return Mark(mark.start, words.end(body), mark.first, body, mark.quoted, mark.meaning), case


def _is_of_many(head: Mark) -> bool:
    return not any(entry.number == "s" for entry in head.entries if entry.category in HOLDERS)


def _goes_right_before(frame: Frame, head: Mark, mark: Mark) -> bool:
    """Whether no more than its name and few words stand between an owner and what it held."""
    if head.first and frame.words.words[head.first - 1] in AND:  # "ата-аналар мен тәрбиешілердің жиыны": of both
        return False
    between = range(head.last + 1, mark.first)
    told = [index for index in between if not frame.quote_around(frame.words.starts[index])]
    if len(told) > NEAR or any("," in frame.words.gap(index) for index in (*told, mark.first)):
        return False
    return not any(frame.words.words[index].endswith((*PARTICIPLE, *LOCATIVE)) for index in told)


def _cases(mark: Mark) -> set[str]:
    return {case for entry in mark.entries if entry.category in HOLDERS for case in entry.cases}
