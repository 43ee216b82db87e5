"""The guests that all activities of a clause had are named once, before its verbs."""

from collections.abc import Sequence
from dataclasses import replace

from svod.narration.company import again
from svod.narration.facts import Sentence, Statement
from svod.narration.grammar import Grammar


def gathered(told: Sequence[Sentence], grammar: Grammar) -> list[Sentence]:
    """The sentences, in which the guests of a whole clause are told once."""
    before: Statement | None = None
    sentences = []
    for clauses in told:
        said = []
        for clause in clauses:
            before = _gathered(clause, before, grammar)
            said.append(before)
        sentences.append(tuple(said))
    return sentences


def _gathered(clause: Statement, before: Statement | None, grammar: Grammar) -> Statement:
    """The clause with its guests, where that is shorter; a meeting is with them, and keeps them beside it."""
    guests = clause.items[0].partners
    meets = any(grammar.phrases.kind(item.kind).crowd == "of" for item in clause.items)
    if not guests or meets or any(item.partners != guests for item in clause.items):
        return clause
    alone = replace(clause, guests=guests, items=tuple(replace(item, partners=()) for item in clause.items))
    nouns, verbs = grammar.phrases_and_verbs(clause.items)
    is_shorter = (nouns - 1) * len(guests) > verbs - 1  # each further verb points back at them
    return alone if is_shorter or again(alone, before) else clause
