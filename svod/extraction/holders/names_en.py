"""How far an organisation's name goes in English: attributes before its head, what "of" joins behind it."""

from svod.extraction.holders.name_ends import is_verb
from svod.extraction.lexicon.grammar import AND, PREPOSITIONS, words
from svod.extraction.text.clause import Clause
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.records import Span

ARTICLES, GOES_ON = words("articles"), frozenset({"of", "for", "the"})
ENDS = ARTICLES | AND | PREPOSITIONS | words("not_the_holder") | words("day_prepositions") | words("auxiliaries")
BODIES = frozenset({"organiser.head", "partner"})
LONGEST = 8  # words of one side of a name


def extent_en(frame: Frame, clause: Clause, head: Mark) -> Span:
    """ "The Kostanay regional organisation of the trade union held": without its article."""
    seen, first, last = frame.words, head.first, head.last
    while first > 0 and head.first - first < LONGEST and _stands_before(frame, clause, first):
        first -= 1
    end = last
    while end + 1 < len(seen) and end - head.last < LONGEST and _goes_on(frame, clause, end + 1):
        end += 1
        last = end if seen.words[end] not in GOES_ON else last
    quote = frame.quote_around(seen.starts[last + 1]) if last + 1 < len(seen) else None
    is_its_name = quote is not None and frame.text[seen.end(last) : quote.start] == " "
    return Span(seen.starts[first], quote.end if quote is not None and is_its_name else seen.end(last))


def _stands_before(frame: Frame, clause: Clause, first: int) -> bool:
    """Whether the word before that one is an attribute: "district education" of "department"."""
    index, seen = first - 1, frame.words
    if seen.starts[index] < clause.start or seen.gap(first) != " " or seen.words[index] in ENDS:
        return False
    start, end = seen.starts[index], seen.end(index)
    return not (is_verb(frame, index) or frame.dates_in(start, end) or frame.number_at(start))


def _goes_on(frame: Frame, clause: Clause, index: int) -> bool:
    """ "Of the trade union", "No. 5", the house of a house: "school library"."""
    seen = frame.words
    if seen.starts[index] >= clause.end or seen.gap(index).strip(" .") or frame.quote_around(seen.starts[index]):
        return False
    if is_verb(frame, index) or frame.dates_in(seen.starts[index], seen.end(index)):
        return False
    is_a_body = not frame.said_at(index).isdisjoint(BODIES)
    joined = seen.words[index - 1] in GOES_ON and seen.words[index] not in ENDS
    is_numbered = seen.words[index].isdigit() or seen.words[index] == "no"
    if seen.words[index] == "for":  # "Centre for Women", but "school No. 5 for parents"
        return index + 1 < len(seen) and seen.is_capital(index + 1)
    return is_a_body or joined or is_numbered or seen.words[index] in GOES_ON or seen.is_capital(index)
