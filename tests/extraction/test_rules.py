"""What the rules of the chain declare: it decides which of them are asked, never what they answer."""

from collections.abc import Iterator

import pytest

from svod.extraction.lexicon.kept import lexicon_of
from svod.extraction.mentions.mention import UNDECIDED, Mention
from svod.extraction.text.clauses import clauses_of
from svod.extraction.text.days import dates_of
from svod.extraction.text.see import see
from svod.extraction.verdicts.chain import CHAIN
from svod.extraction.verdicts.mentions import decided, find_mentions
from svod.packs import Pack, load
from svod.packs.traits import TRAITS
from tests.extraction.test_cases import ALL

EVERYTHING = (-1, -1)  # every category is said, and every word


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load("sixteen_days")


@pytest.mark.parametrize("is_near", [False, True])
@pytest.mark.parametrize("all_known", [False, True])
def test_what_is_not_asked_would_not_have_answered(pack: Pack, *, all_known: bool, is_near: bool) -> None:
    told = frozenset(kind.code for kind in pack.kinds) if all_known else frozenset[str]()
    count = 0
    for case in ALL:
        for mention in mentions(case.text, pack, told, is_near=is_near):
            verdict, mention.verdict = mention.verdict, UNDECIDED
            assert decided(mention, EVERYTHING) == verdict, case.text
            mention.verdict = verdict  # those behind it on a list go with it
            count += 1
    assert count > len(ALL) / 2


def mentions(text: str, pack: Pack, told: frozenset[str], *, is_near: bool) -> Iterator[Mention]:
    days = (pack.first_day, pack.last_day)
    frame = see(text, lexicon_of(pack), lambda folded, places: dates_of(folded, 2025, days, places), 2025)
    for sentence in frame.sentences:
        yield from find_mentions(frame, sentence, clauses_of(frame, sentence), told, is_near)


def test_what_rules_ask_for_is_in_the_lexicon(pack: Pack) -> None:
    lexicon = lexicon_of(pack)
    forms = lexicon.forms(in_latin=False)
    meanings = (lexicon.meaning(number) for table in (forms.words, forms.phrases) for number in table.values())
    known = frozenset[str]().union(*(meaning.categories for meaning in meanings))
    asked = frozenset[str]().union(*(rule.said for rule in CHAIN.rules))
    assert asked <= known
    assert {trait for rule in CHAIN.rules for trait in rule.traits} <= TRAITS.keys()
