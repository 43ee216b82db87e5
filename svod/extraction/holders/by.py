"""By whom it was held: "профсоюзной организацией проведена встреча", "по инициативе женсовета", "силами волонтёров"."""

from svod.extraction.holders.heads import HOLDERS, head_cases, only_says_whose
from svod.extraction.holders.names import HOLDING, first_adjective
from svod.extraction.holders.names_en import extent_en
from svod.extraction.lexicon.categories import HELD
from svod.extraction.lexicon.grammar import WITH, words
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.frame import Frame
from svod.extraction.text.prepositions import after_preposition, is_listed_with
from svod.extraction.text.scan import Mark

PEOPLE = words("spokesmen")
ARTICLES, BY = words("articles"), frozenset({"by"})
DONE = frozenset({"held.subject", "planned.verb"})  # by somebody
# Kinds that a body does; a survey's or a training's genitive says of whom or for whom it is.


def by_instrumental(mention: Mention, heads: list[Mark]) -> Mark | None:
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
    is_one = is_own and word.isupper() and len(word) > 1 and head.first < mention.mark.first
    return is_one and not only_says_whose(mention, head)  # "с учениками СШ № 2"


def whose_deed(mention: Mention, heads: list[Mark]) -> Mark | None:
    """ "Рейд родительского патруля", "спектакль народного театра": a body right behind what was done."""
    if mention.is_verb or "deed" not in mention.traits or mention.language != "ru":
        return None
    behind = mention.mark.last + 1
    for head in heads:
        if head.first < behind:
            continue
        is_one = any(entry.number == "s" and "g" in entry.cases for entry in head.entries if entry.category in HOLDERS)
        is_beside = is_one and first_adjective(mention.frame, mention.clause, head) == behind
        return head if is_beside and mention.frame.words.gap(behind) == " " else None
    return None


def by_participle(mention: Mention, heads: list[Mark]) -> Mark | None:
    """ "Тренинг, проведённый районной библиотекой, посетили 30 женщин": no verb of the clause says so."""
    seen = mention.frame.words
    for head in heads:
        if "i" not in head_cases(head):
            continue
        before = first_adjective(mention.frame, mention.clause, head) - 1
        if before >= 0 and seen.words[before].startswith(HOLDING):
            return head
    return None


def by_initiative(mention: Mention, heads: list[Mark]) -> Mark | None:
    """ "по инициативе женсовета района", "силами волонтёров школы" """
    for head in heads:
        before = mention.frame.mark_at[head.first - 1]
        if (
            "g" in head_cases(head)
            and before is not None
            and "organiser.of" in before.categories
            and mention.frame.words.gap(head.first).isspace()
        ):
            return head
    return None


def by_its_people(mention: Mention, heads: list[Mark]) -> Mark | None:
    """ "Работниками библиотеки проведён час": whose people held it; not "встреча с сотрудниками полиции"."""
    seen, clause = mention.frame.words, mention.clause
    if "held.subject" not in clause.categories:
        return None
    for head in heads:
        if "g" not in head_cases(head):
            continue
        people = first_adjective(mention.frame, clause, head) - 1
        if people < 0 or seen.words[people] not in PEOPLE:
            continue
        with_them = people > 0 and seen.words[people - 1] in WITH
        with_them = with_them or is_listed_with(mention.frame, clause, people)
        if seen.starts[people] >= clause.start and not with_them and not _is_met(mention, head):
            return head
    return None


def by_preposition(mention: Mention, heads: list[Mark]) -> Mark | None:
    """ "A seminar was held by the district union" """
    frame, clause = mention.frame, mention.clause
    for head in heads:
        if head.meaning.language != "en" or clause.categories.isdisjoint(DONE):
            continue
        before = frame.word_index(extent_en(frame, clause, head).start) - 1
        if before > 0 and frame.words.words[before] in ARTICLES:
            before -= 1
        if before >= 0 and frame.words.starts[before] >= clause.start and frame.words.words[before] in BY:
            return head
    return None
