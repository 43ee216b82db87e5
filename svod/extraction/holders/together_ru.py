"""Who held it together with the first one named: "Семинар провели обком профсоюза и управление образования"."""

from svod.extraction.holders.heads import HOLDERS
from svod.extraction.holders.names import extent, first_adjective
from svod.extraction.lexicon.grammar import AND
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.scan import Mark
from svod.records import Span

DOING = frozenset("ni")  # the subject of the verb, or by whom it was done
LONGEST_JOINT = 9  # characters: " и ", ", а также "


def held_together(mention: Mention, first: Span) -> dict[str, Span]:
    """The others, as partners: each with its code, "other" where it has none, and the place that names it."""
    frame, clause = mention.frame, mention.clause
    found: dict[str, Span] = {}
    end = first.end
    while mention.language == "ru" and clause.start <= first.start and end < clause.end:
        head = _next_head(mention, end)
        if head is None:
            break
        entry = head.meaning.entry("partner")
        found.setdefault(entry.code if entry is not None else "other", Span(head.start, head.end))
        end = max(extent(frame, clause, head).end, head.end)
    return found


def _next_head(mention: Mention, end: int) -> Mark | None:
    """The head of a name that a comma or "и" joins to the one that ends there."""
    frame, clause = mention.frame, mention.clause
    for head in clause.marks:
        if head.start < end or head.categories.isdisjoint(HOLDERS):
            continue
        joint = frame.text[end : frame.words.starts[first_adjective(frame, clause, head)]]
        joined = len(joint) <= LONGEST_JOINT and (joint == ", " or not AND.isdisjoint(joint.strip(" ,").split()))
        is_body = "organiser.head" in head.categories and not head.quoted
        return head if joined and is_body and head.meaning.cases_in(HOLDERS) & DOING else None
    return None
