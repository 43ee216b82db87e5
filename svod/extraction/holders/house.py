"""Who held it, told by the house where it was: "В гимназии № 5 прошла лекция"."""

import re

from svod.extraction.holders.heads import HOLDERS, head_cases, is_only_a_place
from svod.extraction.holders.names import extent, first_adjective
from svod.extraction.lexicon.grammar import IN, words
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.frame import Frame
from svod.extraction.text.prepositions import preposition_before
from svod.extraction.text.scan import Mark
from svod.packs.traits import traits

# "В газете вышли две статьи", "экскурсия в суде": others wrote them, others came.
VISITED = traits("published", "outing")
IN_BODIES = words("in_bodies")
PROPER = re.compile(r"[\d«“\"А-ЯЁA-Z]")
QUOTING = tuple(words("quoting"))


def as_house(mention: Mention, heads: list[Mark]) -> Mark | None:
    """ "В гимназии № 5 прошла лекция"; "…, в лицее № 7 – тренинг": an item of a list has a house of its own."""
    before = mention.listed_after
    own = [head for head in heads if before is not None and before.mark.last < head.first < mention.mark.first]
    for head in (*own, *heads) if not mention.is_of(VISITED) else ():
        if (
            head.first < mention.mark.first
            and _may_be_in(mention, head, preposition_before(mention.frame, mention.clause, head))
            and not is_only_a_place(mention, head)
        ):
            return head
    return None


def as_house_behind(mention: Mention, heads: list[Mark]) -> Mark | None:
    """ "Вечер прошёл 16 июня в областной библиотеке": one that its name tells from others."""
    frame, clause = mention.frame, mention.clause
    for head in heads if not mention.is_of(VISITED) else ():
        if head.first < mention.mark.first or not (_is_one_house(head) or is_short_form(frame, head)):
            continue
        if preposition_before(frame, clause, head) in IN and not is_only_a_place(mention, head):
            if _is_quoted(mention, head):
                continue
            span = extent(frame, clause, head)
            return head if " " in frame.text[span.start : span.end] else None
    return None


def as_house_in_commas(mention: Mention, heads: list[Mark]) -> Mark | None:
    """ "Тренинг, школа № 5, 20 чел.": in a note without a verb, one that has a number or a name."""
    frame, clause = mention.frame, mention.clause
    for head in heads if not clause.verbs else ():
        first = first_adjective(frame, clause, head)
        if head.first > mention.mark.last and frame.words.gap(first).strip() == "," and _is_one(frame, head):
            span = extent(frame, clause, head)
            return head if PROPER.search(frame.text, head.end, span.end) else None
    return None


def _is_one(frame: Frame, head: Mark) -> bool:
    named = (entry for entry in head.entries if entry.category in HOLDERS and "n" in entry.cases)
    return is_short_form(frame, head) or any(entry.number == "s" for entry in named)


def _may_be_in(mention: Mention, head: Mark, preposition: str | None) -> bool:
    """ "В гимназии", "в Николаевской СОШ": short forms in capitals have one form for all cases."""
    if "l" in head_cases(head):
        return (preposition is None or preposition in IN) and (_is_one_house(head) or _are_bodies(head))
    return preposition in IN and is_short_form(mention.frame, head)


def is_short_form(frame: Frame, head: Mark) -> bool:
    """ "СОШ", "КГУ" """
    name = frame.text[head.start : head.end]
    return len(name) > 1 and name.isupper() and name.isalpha()


def _are_bodies(head: Mark) -> bool:
    """ "В первичных организациях проведены семинары": bodies of people, no houses, held them each."""
    entries = (entry for entry in head.entries if entry.category == "organiser.head" and "l" in entry.cases)
    return any(entry.phrase.rpartition(" ")[2] in IN_BODIES for entry in entries)


def _is_one_house(head: Mark) -> bool:
    return any(entry.number == "s" and "l" in entry.cases for entry in head.entries if entry.category in HOLDERS)


def _is_quoted(mention: Mention, head: Mark) -> bool:
    """ "«Планируются встречи», – отметили в прокуратуре": where somebody said so."""
    frame = mention.frame
    house = first_adjective(frame, mention.clause, head) - 1
    return house > 0 and frame.words.words[house - 1].startswith(QUOTING)
