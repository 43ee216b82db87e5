"""The nouns that may head a holder's name, and where such a noun is none: it says whose, or only where."""

import re

from svod.extraction.holders.names import first_adjective
from svod.extraction.lexicon.grammar import is_adjective, words
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.language.fold import fold
from svod.language.remembered import Remembered

HOLDERS = frozenset({"organiser.head", "partner"})  # the police that hold a lecture are its organiser
# Whose it is: "врачи больницы", "музей полиции".
OWNERS = frozenset({"audience", "partner", "organiser.head", "measure.participants", "kind", "kind_verb"})
INVITING = tuple(words("inviting"))
PERSONS, WORD = words("holding_persons"), re.compile(r"\w+")
MEMBERS = tuple(words("members"))
ANNOUNCING = tuple(words("announcing_holders"))
_ARE_PERSONS = Remembered(lambda phrase: not PERSONS.isdisjoint(WORD.findall(fold(phrase))))
DEPUTIES = words("deputies")
MARKETS, MIDDLE, SETTLEMENTS = tuple(words("markets")), words("middle"), words("settlement_nouns")


def is_person(head: Mark) -> bool:
    """ "Психолог", "классный руководитель", "инспектор по делам несовершеннолетних": somebody, no body of people."""
    for entry in head.entries:
        if entry.category in HOLDERS:
            known = _ARE_PERSONS.get(entry.phrase)
            if not (_ARE_PERSONS[entry.phrase] if known is None else known):
                return False
    return True


def are_people(mark: Mark) -> bool:
    """ "Врачи", "педагоги", "волонтёры": people, of whom a genitive says whose they are; not "профком"."""
    return "organiser.head" not in mark.categories or is_person(mark) or are_members(mark)


def are_members(mark: Mark) -> bool:
    """ "Волонтёры", "активисты": of some body."""
    return any(entry.phrase.startswith(MEMBERS) for entry in mark.entries if entry.category == "organiser.head")


def are_several(head: Mark) -> bool:
    """ "Детские сады города", "воспитатели": in no singular."""
    return all(entry.number == "p" for entry in head.entries if entry.category in HOLDERS)


def head_cases(head: Mark) -> frozenset[str]:
    return head.meaning.cases_in(HOLDERS)


def invites(mention: Mention) -> bool:
    """ "Библиотека пригласила молодёжь на лекцию": who calls others to it holds it."""
    seen = mention.frame.words.words
    return any(seen[verb.first].startswith(INVITING) for verb in mention.clause.verbs)


def announces(mention: Mention) -> bool:
    """ "Управление проведёт день открытых дверей", "центр запланировал лекторий": what follows is its object."""
    seen = mention.frame.words.words
    return any(
        "planned.verb" in verb.categories and seen[verb.first].startswith(ANNOUNCING) and verb.last < mention.mark.first
        for verb in mention.clause.verbs
    )


def marks_with_it(mention: Mention) -> bool:
    """ "Профком отметил День матери концертом": what the verb takes in the instrumental its subject held."""
    return mention.cases() == {"i"} and any(
        "held.with" in mark.categories and not mark.quoted for mark in mention.clause.marks
    )


def only_says_whose(mention: Mention, head: Mark) -> bool:
    """ "Врачи больницы", "для сотрудников предприятия": a genitive that only says whose they are."""
    frame, before = mention.frame, first_adjective(mention.frame, mention.clause, head) - 1
    if "g" not in head_cases(head) or mention.language != "ru" or before < 0:
        return False
    at = frame.mark_at[before]
    if frame.words.words[before] in DEPUTIES:
        return True  # "зам. директора"
    if at is None or frame.words.gap(before + 1) != " " or frame.words.starts[before] < mention.clause.start:
        return False
    return not at.categories.isdisjoint(OWNERS)


def is_only_a_place(mention: Mention, head: Mark) -> bool:
    """ "В центре города", "в торговом центре": no organisation."""
    seen, first = mention.frame.words.words, first_adjective(mention.frame, mention.clause, head)
    if seen[first].startswith(MARKETS):
        return True
    return seen[head.last] in MIDDLE and _is_of_a_place(mention.frame, head.last + 1)


def _is_of_a_place(frame: Frame, index: int) -> bool:
    while index < len(frame.words) and is_adjective(frame.words.words[index]):
        index += 1
    return index < len(frame.words) and frame.words.words[index] in SETTLEMENTS
