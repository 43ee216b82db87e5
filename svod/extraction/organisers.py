"""Who held it: the head of the holder's name, by its part in the clause."""

from svod.extraction.categories import HELD
from svod.extraction.frame import Frame
from svod.extraction.grammar import words
from svod.extraction.heads import HOLDERS, head_cases, invites, is_only_a_place, only_says_whose
from svod.extraction.mention import Mention
from svod.extraction.names import HOLDING, extent, first_adjective, nominative
from svod.extraction.names_kk import extent as extent_kk
from svod.extraction.organisers_beside import organiser_beside
from svod.extraction.organisers_kk import holder_of
from svod.extraction.prepositions import after_preposition, is_listed_with, preposition_before
from svod.extraction.scan import Mark
from svod.language.fold import fold
from svod.records import Span

HOLDERS_KK = HOLDERS | {"audience"}
PUBLISHED = frozenset({"media"})  # "в газете вышли две статьи": others wrote them
HOUSE, PEOPLE = words("house"), words("spokesmen")
WITH, OUR = words("with"), words("our")
PEOPLE_MARKS = frozenset({"audience", "partner"})
REGIONS = frozenset(words("of_regions"))  # "прокурор района"
STAFF_KK, WHOSE_KK = words("staff_kk"), ("ның", "нің", "дың", "дің", "тың", "тің")
DONE = frozenset({"held.subject", "planned.verb"})  # by somebody


def organiser_of(mention: Mention) -> tuple[str | None, Span | None]:
    """Who governs the clause's verb, as its subject or in the instrumental, or the house where it was held."""
    frame, clause = mention.frame, mention.clause
    name, span = organiser_beside(mention)
    if name is not None:
        return name, span
    if clause.said.isdisjoint(HOLDERS_KK if mention.language == "kk" else HOLDERS):
        return None, None
    if mention.language == "kk":
        return _organiser_kk(mention)
    heads = [mark for mark in clause.marks if not mark.categories.isdisjoint(HOLDERS) and not mark.quoted]
    for pick, case in PICKS:
        head = pick(mention, heads)
        if head is not None:
            first = first_adjective(frame, clause, head)
            if not OUR.isdisjoint(frame.words.words[max(0, first - 1) : first + 1]):
                return None, None  # "наша школа": which one stands over the text, if anywhere
            span = extent(frame, clause, head)
            return nominative(frame.text[span.start : span.end], head.entries[0].language, case), span
    return None, None


def _organiser_kk(mention: Mention) -> tuple[str | None, Span | None]:
    held = holder_of(mention)
    if held is None:
        return None, None
    head, case = held
    span = extent_kk(mention.frame, mention.clause, head)
    house, _, people = mention.frame.text[span.start : span.end].rpartition(" ")
    if house and fold(people) in STAFF_KK:  # "орталықтың мамандары": who sent them
        return nominative(house, "kk", "g" if house.endswith(WHOSE_KK) else "n"), span
    return nominative(mention.frame.text[span.start : span.end], "kk", case), span


def _by_instrumental(mention: Mention, heads: list[Mark]) -> Mark | None:
    """ "первичной профсоюзной организацией была проведена встреча" """
    if mention.clause.categories.isdisjoint(DONE):
        return None
    frame = mention.frame
    for head in heads:
        if (
            ("i" in head_cases(head) or _is_abbreviation(frame, head, mention))
            and head.entries[0].language == "ru"
            and not after_preposition(mention.frame, mention.clause, head)
            and not is_listed_with(mention.frame, mention.clause, first_adjective(frame, mention.clause, head))
            and not _is_met(mention, head)
        ):
            return head
    return None


def _is_met(mention: Mention, head: Mark) -> bool:
    """ "Встреча с инспекторами майорами полиции": whom one meets, up to the next verb."""
    if head.first < mention.mark.first:
        return False
    frame, between = mention.frame, (mention.mark.end, head.start)
    return not WITH.isdisjoint(frame.words_in(*between)) and frame.said(*between).isdisjoint(HELD)


def _is_abbreviation(frame: Frame, head: Mark, mention: Mention) -> bool:
    """ "КГУ «Школа № 7» запланированы флешмобы": it has one form for all cases; before what was held by it."""
    word = frame.text[head.start : head.end]
    is_own = "organiser.head" in head.categories and "partner" not in head.categories
    return is_own and word.isupper() and len(word) > 1 and head.first < mention.mark.first


def _as_subject(mention: Mention, heads: list[Mark]) -> Mark | None:
    """ "Райком профсоюза провёл семинар"; in English before its verb: "the school held a talk for schools"."""
    if "held.came" in mention.clause.categories:  # "педагоги прослушали лекцию"
        heads = [head for head in heads if "audience" not in head.categories]
    if "held.object" not in mention.clause.categories and not invites(mention):
        if not mention.is_verb:
            return None
        heads = [head for head in heads if "organiser.head" in head.categories]
    heads = [head for head in heads if not only_says_whose(mention, head)]
    if mention.language == "en":
        heads = [head for head in heads if all(head.first < verb.first for verb in mention.clause.verbs)]
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


def _of_its_people(mention: Mention, heads: list[Mark]) -> Mark | None:
    """ "Врачи областной больницы провели приём": the hospital, whose people are the subject."""
    if "held.object" not in mention.clause.categories and not mention.is_verb:
        return None
    frame = mention.frame
    for head in heads:
        if (
            "organiser.head" not in head.categories
            or head.first > mention.mark.first
            or not only_says_whose(mention, head)
            or frame.words.words[head.first] in REGIONS
        ):
            continue
        first = first_adjective(frame, mention.clause, head)
        people = frame.marks[frame.mark_at[first - 1]]
        cases = {letter for entry in people.entries if entry.category in PEOPLE_MARKS for letter in entry.cases}
        own = "organiser.head" in people.categories  # "волонтёры колледжа" hold it themselves
        if "n" in cases and not own and not after_preposition(frame, mention.clause, people):
            return head
    return None


def _as_house(mention: Mention, heads: list[Mark]) -> Mark | None:
    """ "В гимназии № 5 прошла лекция" """
    for head in heads if mention.code not in PUBLISHED else ():
        if (
            "l" in head_cases(head)
            and _is_within(preposition_before(mention.frame, mention.clause, head))
            and head.first < mention.mark.first
            and _is_one_house(head)
            and not is_only_a_place(mention, head)
        ):
            return head
    return None


def _is_within(preposition: str | None) -> bool:
    return preposition is None or preposition in HOUSE


def _is_one_house(head: Mark) -> bool:
    return any(entry.number == "s" and "l" in entry.cases for entry in head.entries if entry.category in HOLDERS)


def _as_house_behind(mention: Mention, heads: list[Mark]) -> Mark | None:
    """ "Вечер прошёл 16 июня в областной библиотеке": one that its name tells from others."""
    frame, clause = mention.frame, mention.clause
    for head in heads if mention.code not in PUBLISHED else ():
        if head.first < mention.mark.first or not _is_one_house(head):
            continue
        if preposition_before(frame, clause, head) in HOUSE and not is_only_a_place(mention, head):
            span = extent(frame, clause, head)
            return head if " " in frame.text[span.start : span.end] else None
    return None


def has_its_own_holder(mention: Mention) -> bool:
    """ "Акимат показал ролик", "в школах города показали ролик": apart from the activity told before."""
    heads = [mark for mark in mention.clause.marks if "organiser.head" in mark.categories and not mark.quoted]
    if _as_subject(mention, heads) is not None:
        return True
    before = [head for head in heads if head.first < mention.mark.first]
    return any(
        "l" in head_cases(head) and preposition_before(mention.frame, mention.clause, head) in HOUSE for head in before
    )


def _by_participle(mention: Mention, heads: list[Mark]) -> Mark | None:
    """ "Акция «Вместе», организованная департаментом полиции, прошла в парке" """
    seen = mention.frame.words
    for head in heads:
        before = first_adjective(mention.frame, mention.clause, head) - 1
        if before >= 0 and "i" in head_cases(head) and seen.words[before].startswith(HOLDING):
            return head
    return None


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


def _by_its_people(mention: Mention, heads: list[Mark]) -> Mark | None:
    """ "Работниками библиотеки проведён час": whose people held it; not "встреча с сотрудниками полиции"."""
    seen, clause = mention.frame.words, mention.clause
    if "held.subject" not in clause.categories:
        return None
    for head in heads:
        people = first_adjective(mention.frame, clause, head) - 1
        if "g" not in head_cases(head) or people < 0 or seen.words[people] not in PEOPLE:
            continue
        with_them = people > 0 and seen.words[people - 1] in WITH
        with_them = with_them or is_listed_with(mention.frame, clause, people)
        if seen.starts[people] >= clause.start and not with_them and not _is_met(mention, head):
            return head
    return None


def _before_a_dash(mention: Mention, heads: list[Mark]) -> Mark | None:
    """ "Школа № 44 – акция для приюта", "Районный дом школьников: концерт": who held it heads a line without a verb."""
    frame, clause = mention.frame, mention.clause
    head = heads[0] if heads else None
    if head is None or clause.verbs or "n" not in head_cases(head) or head.first > mention.mark.first:
        return None
    if first_adjective(frame, clause, head) - frame.word_index(mention.sentence.start) > 1:
        return None
    end = extent(frame, clause, head).end
    return head if frame.text[end : end + 3].lstrip()[:1] in ("–", "—", "-", ":") else None


# How the holder is named, and the case of its name there.
PICKS = (
    (_by_its_people, "g"),
    (_of_its_people, "g"),
    (_by_instrumental, "i"),
    (_as_subject, "n"),
    (_by_initiative, "g"),
    (_by_participle, "i"),
    (_before_a_dash, "n"),
    (_as_house, "l"),
    (_as_house_behind, "l"),
)
