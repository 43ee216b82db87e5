"""A post for social networks: the one number, the one message, the help line; no more characters than a post has."""

from collections.abc import Iterator
from itertools import product

from svod.narration.grammar import Grammar
from svod.narration.lengths.parts import contacts, main_fact, main_kinds
from svod.narration.outline import Plan
from svod.narration.runs import NBSP, sentence, spaced, words
from svod.narration.whole import lowered
from svod.packs import Contact, Pack
from svod.records import Paragraph, Report, Run

LONGEST = 500  # characters, the line breaks between paragraphs counted
KINDS = 3


def write_social(plan: Plan, pack: Pack, grammar: Grammar) -> Report:
    title = grammar.text("social", "title").format(campaign=pack.short[grammar.language])
    post = next(said for said in _posts(plan, pack, grammar) if len("\n".join(one.text for one in said)) <= LONGEST)
    return Report(title, "", grammar.language, post, sources="hidden")


def _posts(plan: Plan, pack: Pack, grammar: Grammar) -> Iterator[tuple[Paragraph, ...]]:
    """The post with all it may say, then with less and less: the number, the help line and the hashtag stay."""
    message = pack.message.get(grammar.language, "")
    hashtag = pack.hashtag.get(grammar.language, "")
    lines = [_help(contacts(pack), grammar), _help(contacts(pack)[:1], grammar), ()]
    for help_line, told, kinds in product(lines, (message, ""), (KINDS, 0)):
        said = [_news(plan, pack, grammar, kinds), *([(Run(told),)] if told else []), help_line, (Run(hashtag),)]
        yield tuple(Paragraph(runs) for runs in said if "".join(run.text for run in runs))
    yield ()


def _news(plan: Plan, pack: Pack, grammar: Grammar, kinds: int) -> tuple[Run, ...]:
    if plan.is_empty:
        return ()
    return spaced([main_fact("social", plan, pack, grammar), main_kinds("social", plan, grammar, kinds)])


def _help(found: tuple[Contact, ...], grammar: Grammar) -> tuple[Run, ...]:
    """ "Нужна помощь? 111 — единый контакт-центр …, 102 — полиция"."""
    if not found:
        return ()
    lines = [f"{one.number}{NBSP}— {lowered(one.names[grammar.language])}" for one in found]
    return sentence(words(grammar.text("social", "help").format(contacts=", ".join(lines))))
