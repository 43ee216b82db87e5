"""Who held it, as the clause's subject: "Райком профсоюза провёл семинар", "Врачи больницы провели приём"."""

from svod.extraction.holders.heads import (
    HOLDERS,
    announces,
    are_people,
    head_cases,
    invites,
    marks_with_it,
    only_says_whose,
)
from svod.extraction.holders.house import is_short_form
from svod.extraction.holders.names import extent, first_adjective
from svod.extraction.lexicon.grammar import IN, OUT_OF, words
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.clause import Clause
from svod.extraction.text.frame import Frame
from svod.extraction.text.prepositions import after_preposition, preposition_before
from svod.extraction.text.scan import Mark
from svod.extraction.text.signs import DASHES

PEOPLE_MARKS = frozenset({"audience", "partner", "organiser.head", "measure.participants"})
MEMBERS = words("spokesmen_named")
REGIONS = frozenset(words("of_regions"))  # "прокурор района"


def as_subject(mention: Mention, heads: list[Mark]) -> Mark | None:
    """ "Райком профсоюза провёл семинар"; in English before its verb: "the school held a talk for schools"."""
    if "held.came" in mention.clause.categories:  # "педагоги прослушали лекцию"
        heads = [head for head in heads if "audience" not in head.categories]
    if "held.object" not in mention.clause.categories and not (
        invites(mention) or announces(mention) or marks_with_it(mention)
    ):
        if not mention.is_verb:
            return None
        if mention.language != "ru":
            heads = [head for head in heads if "organiser.head" in head.categories]
    heads = [head for head in heads if not only_says_whose(mention, head) and head is not mention.mark]
    if mention.language == "en":
        heads = [head for head in heads if all(head.first < verb.first for verb in mention.clause.verbs)]
        heads = [head for head in heads if not _is_a_guest(mention, head)] or heads
    for head in heads:
        if (
            "n" in head_cases(head)
            and head.first < mention.mark.first
            and not after_preposition(mention.frame, mention.clause, head)
        ):
            return head
    for head in heads:
        if "n" in head_cases(head) and not after_preposition(mention.frame, mention.clause, head):
            return head
    return None


def _is_a_guest(mention: Mention, head: Mark) -> bool:
    """ "With the participation of nurses and librarians, the school held a talk": named before the comma."""
    frame, clause = mention.frame, mention.clause
    joined = any("partner.marker" in mark.categories for mark in frame.marks_in(clause.start, head.start))
    return joined and "," in frame.text[head.end : clause.verbs[0].start]


def of_its_people(mention: Mention, heads: list[Mark]) -> Mark | None:
    """ "Врачи областной больницы провели приём": the hospital, whose people are the subject."""
    if "held.object" not in mention.clause.categories and not mention.is_verb:
        return None
    frame = mention.frame
    for head in heads:
        if head.first > mention.mark.first or _are_several(head) or frame.words.words[head.first] in REGIONS:
            continue
        before = first_adjective(frame, mention.clause, head) - 1
        if before > 0 and frame.words.words[before] in OUT_OF and "g" in head_cases(head):
            before -= 1  # "подростки из лицея № 8"
        elif _speaks_for_it(mention, head, before):
            return head
        elif not only_says_whose(mention, head):
            continue
        people = frame.mark_at[before]
        they_do = people is not None and "n" in people.meaning.cases_in(PEOPLE_MARKS) and are_people(people)
        if people is not None and they_do and not after_preposition(frame, mention.clause, people):
            return head
    return None


def _speaks_for_it(mention: Mention, head: Mark, before: int) -> bool:
    """ "Члены женсовета провели тренинг": a word that alone says nobody's trade, right before whose they are."""
    seen = mention.frame.words
    is_one = before >= 0 and seen.words[before] in MEMBERS and seen.starts[before] >= mention.clause.start
    return is_one and seen.gap(before + 1) == " " and "g" in head_cases(head)


def _are_several(head: Mark) -> bool:
    """ "Председатели профсоюзных комитетов": no body alone, but the people of many."""
    return all(entry.number == "p" for entry in head.entries if entry.category in HOLDERS and "g" in entry.cases)


def has_its_own_holder(mention: Mention) -> bool:
    """ "Акимат показал ролик", "в школах города показали ролик": apart from the activity told before."""
    heads = [mark for mark in mention.clause.marks if "organiser.head" in mark.categories and not mark.quoted]
    if as_subject(mention, heads) is not None:
        return True
    before = [head for head in heads if head.first < mention.mark.first]
    return any(
        ("l" in head_cases(head) or is_short_form(mention.frame, head))
        and preposition_before(mention.frame, mention.clause, head) in IN
        for head in before
    )


def before_a_dash(mention: Mention, heads: list[Mark]) -> Mark | None:
    """ "Школа № 44 – акция для приюта", "Районный дом школьников: концерт": who held it heads a line
    without a verb, or its own part of it."""
    frame, clause = mention.frame, mention.clause
    head = heads[0] if heads else None
    if head is None or "n" not in head_cases(head) or head.first > mention.mark.first:
        return None
    if any(verb.first < mention.mark.first for verb in clause.verbs):
        return None
    first = first_adjective(frame, clause, head)
    is_behind_colon = first > 0 and frame.words.gap(first).strip() == ":"  # "Лучшие практики: Сельская СШ – клуб"
    if first - frame.word_index(mention.sentence.start) > 1 and not is_behind_colon:
        return None
    sign = _sign_behind(frame, clause, head)
    if sign != ":":
        return head if sign in DASHES else None
    return next(one for one in reversed(heads) if one.first < mention.mark.first and _opens_its_own(frame, clause, one))


def _opens_its_own(frame: Frame, clause: Clause, head: Mark) -> bool:
    """ "СШ № 3: круглый стол, СШ № 20: флешмоб" """
    return "n" in head_cases(head) and _sign_behind(frame, clause, head) == ":"


def _sign_behind(frame: Frame, clause: Clause, head: Mark) -> str:
    end = extent(frame, clause, head).end
    return frame.text[end : end + 3].lstrip()[:1]
