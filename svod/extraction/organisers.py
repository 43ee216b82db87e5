"""Who held it, as named, put back into the nominative."""

import re
from functools import lru_cache

from svod.extraction.frame import Clause, Frame
from svod.extraction.grammar import is_adjective, words
from svod.extraction.mention import Mention
from svod.extraction.scan import Mark
from svod.records import Span

LONGEST = 14  # words of one name
GOES_ON = words("name_goes_on")
NOT_THE_HOLDER = words("not_the_holder")
HOUSE = words("house")


def organiser_of(mention: Mention) -> tuple[str | None, Span | None]:
    """The organisation that governs the clause's verb: its subject, its instrumental, or the house where it was held."""
    frame, clause = mention.frame, mention.clause
    heads = [
        mark
        for mark in frame.marks_in(clause.start, clause.end)
        if "organiser.head" in mark.categories and not mark.quoted
    ]
    for pick, case in ((_by_instrumental, "i"), (_as_subject, "n"), (_as_house, "l")):
        head = pick(mention, heads)
        if head is not None:
            span = _extent(frame, clause, head)
            return _nominative(frame.text[span.start : span.end], head.entries[0].language, case), span
    return None, None


def _head_cases(head: Mark) -> set[str]:
    return {letter for entry in head.entries if entry.category == "organiser.head" for letter in entry.cases}


def _by_instrumental(mention: Mention, heads: list[Mark]) -> Mark | None:
    """ "первичной профсоюзной организацией была проведена встреча" """
    if not {"held.subject", "planned.verb"} & mention.clause.categories:
        return None
    for head in heads:
        if (
            "i" in _head_cases(head)
            and head.entries[0].language == "ru"
            and not _after_preposition(mention.frame, mention.clause, head)
        ):
            return head
    return None


def _as_subject(mention: Mention, heads: list[Mark]) -> Mark | None:
    """ "Райком профсоюза провёл семинар" """
    if "held.object" not in mention.clause.categories:
        return None
    for head in heads:
        if (
            "n" in _head_cases(head)
            and head.first < mention.mark.first
            and not _after_preposition(mention.frame, mention.clause, head)
        ):
            return head
    for head in heads:
        if "n" in _head_cases(head) and not _after_preposition(mention.frame, mention.clause, head):
            return head
    return None


def _as_house(mention: Mention, heads: list[Mark]) -> Mark | None:
    """ "В гимназии № 5 прошла лекция" """
    for head in heads:
        if (
            "l" in _head_cases(head)
            and _preposition(mention.frame, mention.clause, head) in {*HOUSE, None}
            and head.first < mention.mark.first
        ):
            singular = any(
                entry.number == "s" and "l" in entry.cases
                for entry in head.entries
                if entry.category == "organiser.head"
            )
            if singular:
                return head
    return None


def _preposition(frame: Frame, clause: Clause, head: Mark) -> str | None:
    index = head.first - 1
    while index >= 0 and frame.words.starts[index] >= clause.start:
        word = frame.words.words[index]
        at = frame.mark_at[index]
        if "," in frame.words.gap(index + 1) or (at >= 0 and "reference.demonstrative" in frame.marks[at].categories):
            return None
        if not is_adjective(word) and not word.isdigit():
            return word
        index -= 1
    return None


def _after_preposition(frame: Frame, clause: Clause, head: Mark) -> bool:
    word = _preposition(frame, clause, head)
    return word in NOT_THE_HOLDER


def _extent(frame: Frame, clause: Clause, head: Mark) -> Span:
    """The head with its adjectives before it and its genitives and name after it."""
    seen = frame.words
    first, last = head.first, head.last
    if head.entries[0].language == "kk":
        return _extent_kk(frame, clause, head)
    while (
        first > 0
        and seen.starts[first - 1] >= clause.start
        and is_adjective(seen.words[first - 1])
        and seen.gap(first).strip() == ""
        and (frame.mark_at[first - 1] < 0 or frame.mark_at[first - 1] != frame.mark_at[first])
        and not _is_verb(frame, first - 1)
    ):
        first -= 1
    end = seen.ends[last]
    while last + 1 < len(seen) and seen.starts[last + 1] < clause.end and last - first < LONGEST:
        gap = seen.gap(last + 1)
        if frame.dates_in(seen.starts[last + 1], seen.ends[last + 1]):
            break
        if any(sign in gap for sign in ",;:()[]\n|") or " – " in gap or " — " in gap or _is_verb(frame, last + 1):
            break
        word = seen.words[last + 1]
        at = frame.mark_at[last + 1]
        mark = frame.marks[at] if at >= 0 else None
        if "«" in gap or '"' in gap:
            quote = frame.quote_around(seen.starts[last + 1])
            if quote is None or last != head.last:
                break
            end = quote.end
            break
        if (
            mark is not None
            and mark.categories & {"kind", "partner.marker", "audience.marker", "title.marker"}
            and word not in GOES_ON
        ):
            break
        if mark is not None and "reference.preposition" in mark.categories and word not in GOES_ON:
            break
        if mark is None and not (word in GOES_ON or _may_depend(seen.words[last + 1], frame, last + 1)):
            break
        last = mark.last if mark is not None else last + 1
        end = seen.ends[last]
    text = frame.text[seen.starts[first] : end]
    trimmed = re.sub(r"\s+(?:и|по|при|для|на|имени|им\.?)$", "", text)
    return Span(seen.starts[first], seen.starts[first] + len(trimmed))


def _extent_kk(frame: Frame, clause: Clause, head: Mark) -> Span:
    """Kazakh attributes stand before their head."""
    seen, first = frame.words, head.first
    while first > 0 and seen.starts[first - 1] >= clause.start and head.first - first < 8:
        gap = seen.gap(first)
        if (
            any(sign in gap for sign in ",;:()[]\n.")
            or _is_verb(frame, first - 1)
            or frame.dates_in(seen.starts[first - 1] - 25, seen.starts[first])
        ):
            break
        at = frame.mark_at[first - 1]
        if at >= 0 and frame.marks[at].categories & {"kind", "title.marker", "partner.marker"}:
            break
        first -= 1
    return Span(seen.starts[first], head.end)


def _is_verb(frame: Frame, index: int) -> bool:
    at = frame.mark_at[index]
    return at >= 0 and any(
        category.startswith(("held.", "planned.", "cancelled.", "goal.")) for category in frame.marks[at].categories
    )


def _may_depend(word: str, frame: Frame, index: int) -> bool:
    """A genitive, a number of a school, or a name: "школы № 5 города Рудного"."""
    return (
        word.isdigit()
        or frame.words.is_capital(index)
        or bool(re.match(r"[\w-]+(?:а|я|ы|и|ов|ев|ей|ого|его|ой|ых|их|у|ю)$", word))
    )


@lru_cache(maxsize=10_000)
def _nominative(phrase: str, language: str, case: str) -> str:
    """The name as it stands at the head of a list, with a capital; `case` is the one it was found in."""
    phrase = " ".join(phrase.split())
    if case != "n" and language == "ru":
        from svod.language.ru.nominative import nominative as russian

        phrase = russian(phrase, {"i": "ablt", "l": "loct"}[case])
    elif case != "n" and language == "kk":
        from svod.language.kk.nominative import nominative as kazakh

        phrase = kazakh(phrase)
    return phrase[:1].upper() + phrase[1:]
