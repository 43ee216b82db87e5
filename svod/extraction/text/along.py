"""What only comes along with an activity: "с раздачей листовок", "with leaflets handed out and videos shown"."""

from typing import TYPE_CHECKING

from svod.extraction.lexicon.endings_kk import VERBAL_NOUN
from svod.extraction.lexicon.grammar import AND, WITH, is_adjective, words
from svod.extraction.lexicon.meaning import Entry
from svod.extraction.text.scan import Mark

if TYPE_CHECKING:
    from svod.extraction.text.frame import Frame

AUXILIARIES = words("auxiliaries")
DONE = frozenset({"material", "kind_verb", "kind_verb_object", "held.subject", "held.object"})
USED = frozenset({"held.used"})
HANDED_OUT = frozenset({"held.used", "kind", "kind_verb", "kind_verb_object"})
FAR = 6  # words back to what it is joined to


def comes_along(frame: "Frame", mark: Mark) -> bool:
    """Whether a kind is only what was done at another: in Russian in the instrumental, behind "с"; or things used."""
    if "material" in mark.categories and is_used(frame, mark):
        return True
    entry = mark.meaning.entry("kind", "ru")
    return entry is not None and "along" in entry.traits and "i" in entry.cases and _behind_with(frame, mark)


def is_done_along(frame: "Frame", mark: Mark) -> bool:
    """Whether an English participle tells what was done with things: "with leaflets handed out".

    "With leaflets handed out, stands were put up" tells of the stands alone.
    """
    index = mark.first - 1
    if frame.words.words[mark.first] in AUXILIARIES:
        return False
    at = frame.mark_at[index] if mark.meaning.language == "en" else None
    if at is None or "material" not in at.categories:
        return False
    while index >= 0 and "." not in frame.words.gap(index + 1):
        at = frame.mark_at[index]
        if at is not None and not DONE.isdisjoint(at.categories):
            index = at.first - 1
        elif frame.words.words[index] in WITH:
            return True
        elif frame.words.words[index] in AND:
            index -= 1
        else:
            return False
    return False


def is_handed_out(frame: "Frame", mark: Mark) -> bool:
    """ "С раздачей газет", "участникам розданы журналы": things, not those who make them."""
    return "material" in mark.categories and any(_leads_to(frame, mark, step, HANDED_OUT) for step in (-1, 1))


def is_used(frame: "Frame", mark: Mark) -> bool:
    """ "Использованы баннеры и стенды", "with posters and banners used", "баннерлер пайдаланылған семинар"."""
    steps = (1,) if frame.language_at(mark.start) == "kk" else (-1, 1)
    return any(_leads_to(frame, mark, step, USED) for step in steps)


def is_attribute(frame: "Frame", mark: Mark) -> bool:
    """ "Стенд көрмесі", "буклет, журнал тарату жұмысы", "distribution of banners": things in the name of a kind."""
    if "material" not in mark.categories:
        return False
    language = frame.language_at(mark.start)
    if language == "kk":
        return _names_a_kind_behind(frame, mark)
    return _is_of_a_kind(frame, mark) if language == "en" else _is_kinds_genitive(frame, mark)


def first_of_things(frame: "Frame", index: int) -> int:
    """The first word of the things at that word, or their "пен", in the name of a Kazakh kind; -1 where none are.

    "12 сурет пен плакат көрмесі", "тағы бір буклет көрмесі": what stands before the name is of the kind.
    """
    is_joined = frame.words.words[index] in AND
    at = frame.mark_at[index - 1 if is_joined else index] if index else None
    if at is None or "material" not in at.categories:
        return -1
    if frame.language_at(frame.words.starts[index]) != "kk" or not is_attribute(frame, at):
        return -1
    return index if is_joined else at.first


def _names_a_kind_behind(frame: "Frame", mark: Mark) -> bool:
    """ "Стенд көрмесі", "плакат пен сурет байқауы", "баннер мен буклет тарату"; not "плакат пен сынып сағаты"."""
    index, is_joined = mark.last + 1, False
    while index < len(frame.words) and frame.words.gap(index).strip() in ("", ","):
        other = frame.mark_at[index]
        if other is not None and "material" in other.categories:
            index, is_joined = other.last + 1, False
        elif frame.words.words[index] in AND:
            index, is_joined = index + 1, True
        else:
            if other is None or not frame.words.gap(index).isspace():
                return False
            return _takes_things(frame, mark, other) if is_joined else _is_noun_of_a_kind(frame, other)
    return False


def _is_noun_of_a_kind(frame: "Frame", mark: Mark) -> bool:
    """ "Көрме", and the verb that begins with a noun of its own: "тарату жұмысы жүргізілді"."""
    if "kind" in mark.categories:
        return True
    is_verbal_noun = frame.words.words[mark.first].endswith(VERBAL_NOUN)
    return is_verbal_noun and any(_gives(frame, entry) for entry in mark.entries)


def _gives(frame: "Frame", entry: Entry) -> bool:
    """Whether it names, by a noun or a verb of its own, that things are handed out."""
    return "handing_out" in frame.lexicon.kinds.of(entry.code.partition(" ")[0])


def _takes_things(frame: "Frame", thing: Mark, mark: Mark) -> bool:
    """Whether a kind of things, "сурет байқауы", is one of those others as well that "пен" joins to its own.

    A stand may be put up beside a contest; it is handed out with leaflets.
    """
    if not frame.begins_with(mark, "material") or not _is_noun_of_a_kind(frame, mark):
        return False
    if "n" not in thing.meaning.cases("material", "kk", "s"):
        return False
    return "kind" not in thing.categories or any(_gives(frame, entry) for entry in mark.entries)


def _is_kinds_genitive(frame: "Frame", mark: Mark) -> bool:
    """ "Выставка дневников, листовок и стендов": genitives right behind the kind."""
    index, other = mark.first, mark
    while "material" in other.categories and "g" in other.meaning.cases("material", "ru"):
        index = other.first - 1
        while index > 0 and frame.words.words[index] in AND:
            index -= 1
        at = frame.mark_at[index]
        if at is None or frame.words.gap(index + 1).strip() not in ("", ","):
            return False
        other = at
    if other is mark or "kind" not in other.categories:
        return False
    return names_things(other) or "," not in frame.words.gap(other.last + 1)


def names_things(mark: Mark) -> bool:
    """ "Раздача памяток", "distribution of leaflets" as one phrase: the things behind it go on with its list."""
    return mark.last > mark.first and any(
        one.category == "kind" and "handing_out" in one.traits for one in mark.entries
    )


def _is_of_a_kind(frame: "Frame", mark: Mark) -> bool:
    index = mark.first - 1
    while index > 0 and frame.words.gap(index + 1).strip() in ("", ","):
        at = frame.mark_at[index]
        if frame.words.words[index] == "of":
            return "kind" in frame.said_at(index - 1)
        if at is not None and names_things(at):
            return True
        if at is not None and "material" in at.categories:
            index = at.first - 1
        elif frame.words.words[index] in AND:
            index -= 1
        else:
            return False
    return False


def _leads_to(frame: "Frame", mark: Mark, step: int, categories: frozenset[str]) -> bool:
    """Whether nothing but other things stands between them and a word of these, on that side."""
    index = mark.first - 1 if step < 0 else mark.last + 1
    while 0 <= index < len(frame.words) and "." not in frame.words.gap(index if step > 0 else index + 1):
        other = frame.mark_at[index]
        if other is not None and not categories.isdisjoint(other.categories):
            return any(entry.category != "kind" or "along" in entry.traits for entry in other.entries)
        if other is not None and "material" in other.categories:
            index = other.first - 1 if step < 0 else other.last + 1
        elif frame.words.words[index] in AND:
            index += step
        else:
            return False
    return False


def _behind_with(frame: "Frame", mark: Mark) -> bool:
    """ "с раздачей", "с раздачей листовок и показом": the preposition may stand before what it is joined to."""
    index = mark.first - 1
    while index >= 0 and is_adjective(frame.words.words[index]) and frame.words.gap(index + 1).isspace():
        index -= 1
    if index < 0:
        return False
    word = frame.words.words[index]
    if word in WITH:
        return True
    if word not in AND and "," not in frame.words.gap(index + 1):
        return False
    before = frame.marks_in(frame.words.starts[max(0, index - FAR)], mark.start)
    kinds = [other for other in before if not other.quoted and any("along" in entry.traits for entry in other.entries)]
    return bool(kinds) and _behind_with(frame, kinds[-1])
