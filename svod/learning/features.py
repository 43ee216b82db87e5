"""What is known of a decision besides what the rules decided: names of simple facts, as the learned file has them."""

from collections.abc import Iterator, Sequence

from svod.extraction.fields.people import People
from svod.extraction.mentions.found import Found
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.text.sentences import Sentence

TITLE = 14  # characters from a kind to a title that is its own
NEAR = 40  # characters between an activity and a number close to it


def of_mention(mention: Mention, verdict: Verdict) -> list[str]:
    """Of whether this mention is an activity; `verdict` is the rules'."""
    rule = verdict.rule.split(":")[-1]
    named = [f"rule={rule}", f"status={verdict.status}", f"kind={mention.code}", f"language={mention.language}"]
    return [*named, f"rule={rule},kind={mention.code}", *_said(mention)]


def _said(mention: Mention) -> Iterator[str]:
    frame, clause, sentence, end = mention.frame, mention.clause, mention.sentence, mention.mark.end
    facts = (
        ("verb", mention.is_verb),
        ("listed", mention.listed_after is not None),
        ("plural", mention.is_plural),
        ("known", mention.known),
        ("near", mention.paragraph_told),
        ("quoted", mention.mark.quoted),
        ("governed", mention.governor >= 0),
        ("titled", bool(frame.quotes_in(end, end + TITLE))),
        ("dated", bool(frame.dates_in(sentence.start, sentence.end))),
        ("counted", any(one.role == "quantity" for one in frame.numbers_in(clause.start, clause.end))),
        ("placed", "place" in clause.said),
        ("opening", sentence.start == frame.sentences[0].start),
        ("in_row", "|" in frame.text[sentence.start : sentence.end]),
        ("without_verb", not clause.verbs),
    )
    return (name for name, holds in facts if holds)


def of_pair(people: People, sentence: Sentence, item: Found, nearby: Sequence[Found], owner: Found | None) -> list[str]:
    """Of whether these people came to that activity; `owner` is the one that the rules chose."""
    mention = item.mention
    between = people.start - mention.mark.end
    gap = mention.frame.text[mention.mark.end : people.start] if between > 0 else ""
    facts = (
        ("chosen", item is owner),
        ("none_chosen", owner is None),
        ("same_clause", mention.clause.start <= people.start < mention.clause.end),
        ("same_sentence", mention.sentence is sentence),
        ("before_it", between < 0),
        ("close", 0 <= between <= NEAR),
        ("comma_between", "," in gap),
        ("nearest", item is _nearest(people, nearby)),
        ("only_one", len(nearby) == 1),
        ("titled", item.title is not None),
    )
    return [f"kind={item.kind}", *(name for name, holds in facts if holds)]


def _nearest(people: People, nearby: Sequence[Found]) -> Found:
    return min(nearby, key=lambda one: abs(one.mention.mark.start - people.start))
