"""Who held it, as named, put back into the nominative."""

import re
from functools import lru_cache

from svod.extraction.frame import Clause, Frame
from svod.extraction.grammar import is_adjective, is_finite, words
from svod.extraction.mention import Mention
from svod.extraction.names_kk import extent
from svod.extraction.organisers_kk import holder_of
from svod.extraction.scan import Mark
from svod.records import Span

HOLDERS = frozenset({"organiser.head", "partner"})  # the police that hold a lecture are its organiser
OTHER_PARTS = frozenset({"kind", "partner.marker", "audience.marker", "title.marker", "reference.preposition"})
AFTER_PLACE = words("after_place")
GENITIVES = tuple(words("genitive_endings"))
LOOSE_END = re.compile(rf"\s+(?:{'|'.join(words('loose_end'))})\.?$")  # "центр по": what follows was cut off
PUNCTUATION = frozenset(",;:()[]\n|")  # where a name ends
HOLDERS_KK = HOLDERS | {"audience"}
LONGEST = 14  # words of one name
GOES_ON = words("name_goes_on")
NOT_THE_HOLDER = words("not_the_holder")
HOUSE = words("house")


def organiser_of(mention: Mention) -> tuple[str | None, Span | None]:
    """Who governs the clause's verb, as its subject or in the instrumental, or the house where it was held."""
    frame, clause = mention.frame, mention.clause
    if clause.said.isdisjoint(HOLDERS_KK if mention.language == "kk" else HOLDERS):
        return None, None
    if mention.language == "kk":
        return _organiser_kk(mention)
    heads = [mark for mark in clause.marks if not mark.categories.isdisjoint(HOLDERS) and not mark.quoted]
    for pick, case in PICKS:
        head = pick(mention, heads)
        if head is not None:
            span = _extent(frame, clause, head)
            return _nominative(frame.text[span.start : span.end], head.entries[0].language, case), span
    return None, None


def _organiser_kk(mention: Mention) -> tuple[str | None, Span | None]:
    held = holder_of(mention)
    if held is None:
        return None, None
    head, case = held
    span = extent(mention.frame, mention.clause, head)
    return _nominative(mention.frame.text[span.start : span.end], "kk", case), span


def head_cases(head: Mark) -> set[str]:
    return {letter for entry in head.entries if entry.category in HOLDERS for letter in entry.cases}


def _by_instrumental(mention: Mention, heads: list[Mark]) -> Mark | None:
    """ "первичной профсоюзной организацией была проведена встреча" """
    if not {"held.subject", "planned.verb"} & mention.clause.categories:
        return None
    for head in heads:
        if (
            "i" in head_cases(head)
            and head.entries[0].language == "ru"
            and not _after_preposition(mention.frame, mention.clause, head)
        ):
            return head
    return None


def _as_subject(mention: Mention, heads: list[Mark]) -> Mark | None:
    """ "Райком профсоюза провёл семинар" """
    if "held.object" not in mention.clause.categories:
        if not mention.is_verb:
            return None
        heads = [head for head in heads if "organiser.head" in head.categories]
    for head in heads:
        if (
            "n" in head_cases(head)
            and head.first < mention.mark.first
            and not _after_preposition(mention.frame, mention.clause, head)
        ):
            return head
    for head in heads:
        if "n" in head_cases(head) and not _after_preposition(mention.frame, mention.clause, head):
            return head
    return None


def _as_house(mention: Mention, heads: list[Mark]) -> Mark | None:
    """ "В гимназии № 5 прошла лекция" """
    for head in heads:
        if (
            "l" in head_cases(head)
            and _preposition(mention.frame, mention.clause, head) in {*HOUSE, None}
            and head.first < mention.mark.first
        ):
            singular = any(
                entry.number == "s" and "l" in entry.cases for entry in head.entries if entry.category in HOLDERS
            )
            if singular:
                return head
    return None


def has_its_own_holder(mention: Mention) -> bool:
    """ "Акимат показал ролик", "в школах города показали ролик": apart from the activity told before."""
    heads = [mark for mark in mention.clause.marks if "organiser.head" in mark.categories and not mark.quoted]
    if _as_subject(mention, heads) is not None:
        return True
    before = [head for head in heads if head.first < mention.mark.first]
    return any(
        "l" in head_cases(head) and _preposition(mention.frame, mention.clause, head) in HOUSE for head in before
    )


def _by_initiative(mention: Mention, heads: list[Mark]) -> Mark | None:
    """ "по инициативе женсовета района", "силами волонтёров школы" """
    for head in heads:
        before = mention.frame.mark_at[head.first - 1] if head.first else -1
        if (
            "g" in head_cases(head)
            and before >= 0
            and "organiser.of" in mention.frame.marks[before].categories
            and mention.frame.words.gap(head.first).isspace()
        ):
            return head
    return None


def _before_a_dash(mention: Mention, heads: list[Mark]) -> Mark | None:
    """ "Школа № 44 – акция для приюта", "Районный дом школьников: концерт": who held it heads a line without a verb."""
    frame, clause = mention.frame, mention.clause
    head = heads[0] if heads else None
    if head is None or clause.verbs or "n" not in head_cases(head) or head.first > mention.mark.first:
        return None
    if _first_adjective(frame, clause, head) - frame.word_index(mention.sentence.start) > 1:
        return None
    end = _extent(frame, clause, head).end
    return head if frame.text[end : end + 3].lstrip()[:1] in ("–", "—", "-", ":") else None


# How the holder is named, and the case of its name there.
PICKS = (
    (_by_instrumental, "i"),
    (_as_subject, "n"),
    (_by_initiative, "g"),
    (_before_a_dash, "n"),
    (_as_house, "l"),
)


def name_of(frame: Frame, clause: Clause, head: Mark) -> tuple[Span, str]:
    """The whole name around its head in the nominative, and where it stands."""
    span = _extent(frame, clause, head)
    return span, _nominative(frame.text[span.start : span.end], "ru", "n")


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
    if head.entries[0].language == "kk":
        return extent(frame, clause, head)
    seen, first, last, end = frame.words, _first_adjective(frame, clause, head), head.last, head.end
    while last + 1 < len(seen) and seen.starts[last + 1] < clause.end and last - first < LONGEST:
        quote = frame.quote_around(seen.starts[last + 1])
        if quote is not None:
            end = quote.end if last == head.last else end
            break
        if any(rule(frame, last + 1) for rule in NAME_ENDS):
            break
        at = frame.mark_at[last + 1]
        last = frame.marks[at].last if at >= 0 else last + 1
        end = seen.ends[last]
    name = frame.text[seen.starts[first] : end]
    return Span(seen.starts[first], seen.starts[first] + len(LOOSE_END.sub("", name)))


def _first_adjective(frame: Frame, clause: Clause, head: Mark) -> int:
    """The index of the first of the adjectives right before the head."""
    seen, first = frame.words, head.first
    while (
        first > 0
        and seen.starts[first - 1] >= clause.start
        and is_adjective(seen.words[first - 1])
        and not seen.gap(first).strip()
        and not _is_verb(frame, first - 1)
    ):
        first -= 1
    return first


# Where a name ends: each rule looks at the word that may go on with it.


def _punctuated(frame: Frame, index: int) -> bool:
    """A comma, a bracket, a dash."""
    gap = frame.words.gap(index)
    return gap != " " and (not PUNCTUATION.isdisjoint(gap) or " – " in gap or " — " in gap)


def _dated(frame: Frame, index: int) -> bool:
    """ "центр гигиены 1 июня устроил" """
    return bool(frame.dates_in(frame.words.starts[index], frame.words.ends[index]))


def _is_verb(frame: Frame, index: int) -> bool:
    at = frame.mark_at[index]
    return at >= 0 and any(
        category.startswith(("held.", "planned.", "cancelled.", "goal.", "kind_verb"))
        for category in frame.marks[at].categories
    )


def _begins_another_part(frame: Frame, index: int) -> bool:
    """A kind, a marker or a preposition begins something else; "по", "при", "имени" go on with a name."""
    at = frame.mark_at[index]
    if at < 0 or frame.words.words[index] in GOES_ON:
        return False
    return not frame.marks[at].categories.isdisjoint(OTHER_PARTS)


def _personal(frame: Frame, index: int) -> bool:
    """ "психолог школы Айгуль Сериковна": who it was is nobody's business; "имени Абая", "МВД", a town go on."""
    word = frame.text[frame.words.starts[index] : frame.words.ends[index]]
    if frame.mark_at[index] >= 0 or not word[:1].isupper() or (word.isupper() and len(word) > 1):
        return False
    return frame.words.words[index - 1] not in AFTER_PLACE and not is_adjective(frame.words.words[index])


def _unconnected(frame: Frame, index: int) -> bool:
    """A word that is neither known nor ends like a genitive, a number or a name."""
    word = frame.words.words[index]
    if frame.mark_at[index] >= 0 or word in GOES_ON or word.isdigit() or frame.words.is_capital(index):
        return False
    return not word.endswith(GENITIVES) or is_finite(word)


NAME_ENDS = (_punctuated, _dated, _is_verb, _begins_another_part, _personal, _unconnected)


@lru_cache(maxsize=10_000)
def _nominative(phrase: str, language: str, case: str) -> str:
    """The name as it stands at the head of a list, with a capital; `case` is the one it was found in."""
    phrase = " ".join(phrase.split())
    if case != "n" and language == "ru":
        from svod.language.ru.nominative import nominative as russian

        phrase = russian(phrase, {"i": "ablt", "l": "loct", "g": "gent"}[case])
    elif case != "n" and language == "kk":
        from svod.language.kk.nominative import nominative as kazakh

        phrase = kazakh(phrase)
    return phrase[:1].upper() + phrase[1:]
