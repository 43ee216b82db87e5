"""What tells two activities of a town and a day apart: the school, and in it the form, the course, the group."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from svod.linking.names import plain

Mark = tuple[str, str]  # ("school", "5"), ("school", "абай"), ("school", ""); ("form", "7а")

INSTITUTIONS = ("school", "kindergarten", "college", "university")
_SHORTEST = 3  # letters that two forms of one name share
_STEM = 5  # letters of a name: «Абая», «Абай атындағы»
_LAST_FORM = 12
_REACH = 60  # letters before a Kazakh word for a school
_LETTER = "[А-ЕӘA-E]"
_JOINED = ",|и|және|по|[-–]"  # "7 «А» и 7 «Б»", "5-7", "с 1 по 4"
_NUMBER = re.compile(r"№\s*(\d{1,3})\b")
_MORE = re.compile(r"(?:\s*(?:,|и|және)\s*№\s*\d{1,3}\b)+")  # "в школах № 5, № 7 и № 9"
_DIGIT = r"\d(?<!\w.)"  # with which a number begins; put first, it lets a search leap from one number to the next
_LETTERED = re.compile(rf"({_DIGIT}\d?)\s*[«\"“]({_LETTER})[»\"”]")  # "7 «А»", whatever it is called
_NAME = r"(?:[А-ЯЁӘІҢҒҮҰҚӨҺ]\.\s*)*([А-ЯЁӘІҢҒҮҰҚӨҺ][а-яёәіңғүұқөһ-]+)"


@dataclass(frozen=True, slots=True)
class _Patterns:
    """`institution` finds the word itself; the others look at what stands before and behind it."""

    institution: re.Pattern[str]
    behind: re.Pattern[str]
    before: re.Pattern[str]
    far_before: re.Pattern[str]
    kazakh: tuple[str, ...]
    in_groups: tuple[str, ...]  # one of these is in any text that `counted` or `numbered` finds something in
    counted: re.Pattern[str]
    numbered: re.Pattern[str]
    in_wider: tuple[str, ...]  # one of these is in any text that `wider` finds something in
    wider: re.Pattern[str]


def institutions(text: str) -> frozenset[Mark]:
    """Schools, kindergartens, colleges and universities: by number or name where the text gives one.

    "ГКП «ОСШ № 5»", "школе №5" and "№ 5 мектебінде" are ("school", "5"), "школа имени Абая" is ("school", "абай").
    """
    found = set(_institutions(text))
    known = {sort for sort, name in found if name}
    return frozenset(mark for mark in found if mark[1] or mark[0] not in known)


def is_wider(text: str) -> bool:
    """Whether it is called a district's, a town's or a region's, so that who tells of it need not be who held it."""
    patterns, small = _patterns(), text.lower()
    return any(word in small for word in patterns.in_wider) and patterns.wider.search(text) is not None


def groups(text: str) -> frozenset[Mark]:
    """Forms, courses, shifts and groups: "7 «А» классе" is ("form", "7а"), "2 курса" ("course", "2")."""
    found = {("form", number + plain(letter)) for number, letter in _LETTERED.findall(text)}
    small = text.lower()
    if any(word in small for word in _patterns().in_groups):
        found.update(_told_groups(text))
    return frozenset(found)


def _told_groups(text: str) -> Iterator[Mark]:
    patterns = _patterns()
    for match in patterns.counted.finditer(text):
        for name in _numbers(match["numbers"]):
            if match.lastgroup != "form" or int(_number(name)) <= _LAST_FORM:  # "в 15 классах" counts them
                yield match.lastgroup or "", name
    yield from (("group", plain(match[1])) for match in patterns.numbered.finditer(text))


def apart(one: frozenset[Mark], other: frozenset[Mark]) -> bool:
    """Whether the two name things of one sort and none in common: school 5 and school 7, form 7а and form 7б."""
    shared_sorts = {sort for sort, name in one if name} & {sort for sort, name in other if name}
    return bool(shared_sorts) and not any(
        _may_be(a, b) for sort in shared_sorts for a in _names(one, sort) for b in _names(other, sort)
    )


def _may_be(one: str, other: str) -> bool:
    """One number, a form and its whole year ("7а", "7"), or one name declined; a number tells nothing of a name."""
    if one[0].isdigit() != other[0].isdigit():
        return True
    if one[0].isdigit():
        return one == other or (one[-1].isdigit() != other[-1].isdigit() and _number(one) == _number(other))
    stem = max(min(len(one), len(other)) - 1, _SHORTEST)
    return one[:stem] == other[:stem]


def _number(name: str) -> str:
    return name.rstrip("абвгдеabcde")


def _names(marks: frozenset[Mark], sort: str) -> list[str]:
    return [name for of, name in marks if of == sort and name]


def _institutions(text: str) -> Iterator[Mark]:
    patterns = _patterns()
    for match in patterns.institution.finditer(text):
        sort = match.lastgroup or ""
        behind = patterns.behind.match(text, match.end())
        is_kazakh = match[0].casefold().startswith(patterns.kazakh)
        look = patterns.far_before if is_kazakh else patterns.before
        before = look.search(text, max(match.start() - _REACH, 0), match.start())
        names = [name for found in (behind, before) if found for name in found.groups() if name]
        if behind and (more := _MORE.match(text, behind.end())):
            names += _NUMBER.findall(more[0])
        yield from ((sort, plain(name)[:_STEM]) for name in names)
        if not names:
            yield sort, ""


def _numbers(listed: str) -> Iterator[str]:
    """ "7 «А» и 7 «Б»" are 7а and 7б, "5-7" are 5, 6 and 7."""
    found = re.findall(rf"(\d{{1,3}})\s*[«\"“]?({_LETTER}?)\b[»\"”]?", listed)
    bounds = [int(number) for number, letter in found]
    if len(found) == 2 and re.search(r"\d\s*(?:по|[-–])\s*\d", listed) and bounds[0] < bounds[1] <= _LAST_FORM:
        yield from (str(number) for number in range(bounds[0], bounds[1] + 1))
    else:
        yield from (number + plain(letter) for number, letter in found)


@cache
def _patterns() -> _Patterns:
    table = tomllib.loads(files(__package__).joinpath("marks.toml").read_text("utf-8"))
    named, sorts = table["named_after"], dict(table["groups"])
    avoided = _either(sorts.pop("not"))
    number, quoted = r"№\s*(\d{1,3})\b", r"[«\"“]([\w\s-]+)[»\"”]"
    joined = rf"(?:\s*[«\"“]?{_LETTER}\b[»\"”]?)?(?:\s*(?:{_JOINED})\s*(?=\d))?"
    numbers = rf"{_DIGIT}\d{{0,2}}{joined}(?:\b\d{{1,3}}{joined})*"
    kazakh_words = r"(?:\s+[а-яёәіңғүұқөһ]+){0,4}?\s+"  # "№ 15 жалпы білім беретін мектеп"
    return _Patterns(
        institution=_any_of({sort: table[sort] for sort in INSTITUTIONS}),
        behind=re.compile(
            rf"[^№.,;:\n«»]{{0,30}}?{number}|\s+(?:{_either(named['before_name'])})\s*{_NAME}|\s*{quoted}"
        ),
        before=re.compile(rf"{number}\s+$"),
        far_before=re.compile(
            rf"(?:{number}(?:-\w+)?{kazakh_words}|\b(\d{{1,3}})-|{quoted}\s*"
            rf"|{_NAME}\s+(?:{_either(named['behind_name'])})\s+(?:{number}\s+)?(?:\w+\s+){{0,2}}?)$"
        ),
        counted=re.compile(
            rf"(?P<numbers>{numbers})(?:\s*-?\s*\w{{1,3}}\b)?\s*-?\s*(?!{avoided})"
            rf"(?:{'|'.join(f'(?P<{sort}>{_either(words)})' for sort, words in sorts.items())})",
            re.I,
        ),
        numbered=re.compile(rf"\b(?!{avoided})(?:{_either(sorts['group'])})\w*\s*№?\s*([\w-]*\d[\w-]*)", re.I),
        kazakh=tuple(table["kazakh"]["words"]),
        in_groups=tuple(word for words in sorts.values() for word in words),
        in_wider=tuple(table["wider"]["words"]),
        wider=re.compile(rf"\b(?:{_either(table['wider']['words'])})", re.I),
    )


def _any_of(sorts: Mapping[str, Mapping[str, Sequence[str]]]) -> re.Pattern[str]:
    """What one of the sorts says, in the group of its name. Most words begin with other letters than all of that."""
    begins = {word[0] for sort in sorts.values() for word in (*sort["words"], *sort["short"])}
    letters = "".join(sorted(begins | {letter.upper() for letter in begins}))
    return re.compile(rf"\b(?=[{letters}])(?:{'|'.join(f'(?P<{name}>{_said(sort)})' for name, sort in sorts.items())})")


def _said(sort: Mapping[str, Sequence[str]]) -> str:
    """A word or phrase that begins so, with or without a capital; or an abbreviation."""
    begun = (r"\w*\s+".join(map(re.escape, phrase.split())) for phrase in sort["words"])
    words = "|".join(f"[{phrase[0].upper()}{phrase[0]}]{phrase[1:]}" for phrase in begun)
    avoided = rf"(?!(?i:{_either(sort['not'])}))" if sort["not"] else ""
    short = rf"|\b(?:{_either(sort['short'])})(?![а-яё])\w*" if sort["short"] else ""
    return rf"\b{avoided}(?:{words})[\w-]*{short}"


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))
