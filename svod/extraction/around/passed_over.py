"""What a text may tell besides what was read of it: mentions that a rule took for none, people that nothing has.

No reader of an unknown hand finds all. Where one is most often wrong it says so, and a person looks there.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate

from svod.extraction.fields.people import People
from svod.extraction.lexicon.grammar import WITH
from svod.extraction.mentions.found import Found
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.spans import evidence_of
from svod.extraction.text.whereabouts import Scope
from svod.records import Activity, Bounds, ReportedTotal, Span

# The rules that turned down an activity in one case of ten at least, in texts that nobody had looked at before.
OFTEN_WRONG = frozenset(
    {
        "advised",
        "after_a_preposition",
        "dependent",
        "first_told",
        "history",
        "in_manner_of",
        "in_the_infinitive",
        "inside_another",
        "inside_quotation",
        "manner",
        "named_for",
        "not_carried_out",
        "oblique",
        "pointed_at",
        "told_how",
        "verb_of_a_kind",
        "wished",
    }
)
OF_UMBRELLAS = frozenset({"first_told", "named_for", "not_carried_out"})  # all others mean the campaign by "акция"
SEVERAL = 3  # kinds passed over in one sentence: more are a list of what might be
UNLIKELY = 0.3  # how certain it is
OF_NOTHING = ("people_of_nothing",)


def may_be_one(mention: Mention) -> bool:
    """Whether a rule turned it down that is often wrong; where its kind was told before, "на встрече" is of that."""
    if mention.known:
        return False
    rule = mention.verdict.rule.rpartition(":")[2]
    if rule == "dependent" and "line" in mention.traits and _is_printed(mention):
        return False
    return rule in (OF_UMBRELLAS if "umbrella" in mention.traits else OFTEN_WRONG)


def _is_printed(mention: Mention) -> bool:
    """ "Листовки с телефонами помощи", "с номером телефона доверия": numbers on paper."""
    first = mention.mark.first
    return not WITH.isdisjoint(mention.frame.words.words[max(0, first - 2) : first])


class PassedOver:
    """What the sentences of a text passed over, as it goes on."""

    def __init__(self, document: str) -> None:
        self.document = document
        self.mentions: list[Found] = []
        self.people: list[ReportedTotal] = []

    def keep_people(self, people: Sequence[People], taken: Sequence[Span], scope: Callable[[], Scope]) -> None:
        """Keep those of a sentence's people that are at none of the places `taken`: of nothing that it tells."""
        for one in people:
            if not any(start < one.end and one.start < end for start, end in taken):
                region, place = scope()
                evidence = evidence_of(self.document, one.start, one.end)
                self.people.append(
                    ReportedTotal("participants", one.bounds, evidence, None, region, UNLIKELY, OF_NOTHING, place)
                )

    def left_out(
        self, told: Sequence[Activity], totals: Sequence[ReportedTotal]
    ) -> tuple[Activity | ReportedTotal, ...]:
        """What is none of `told` and `totals`, in the order of the text."""
        if not self.mentions and not self.people:
            return ()
        left: list[Activity | ReportedTotal] = [*self._activities(told), *self._people(told, totals)]
        return tuple(sorted(left, key=lambda one: one.evidence.start))

    def _activities(self, told: Sequence[Activity]) -> list[Activity]:
        """Each kind once a sentence, where nothing told there is of that kind."""
        if not self.mentions:
            return []
        by_kind: dict[str, list[Span]] = {}
        for one in told:
            by_kind.setdefault(one.kind, []).append(one.evidence.span)
        taken = {kind: _Taken(spans) for kind, spans in by_kind.items()}
        found: dict[tuple[int, str], Found] = {}
        for item in self.mentions:
            sentence = item.mention.sentence
            if item.kind not in taken or not taken[item.kind].meets(sentence.start, sentence.end):
                found.setdefault((sentence.start, item.kind), item)
        kinds = Counter(start for start, _kind in found)
        few = (item for (start, _kind), item in found.items() if kinds[start] <= SEVERAL)
        return [item.activity().but(confidence=UNLIKELY) for item in few]

    def _people(self, told: Sequence[Activity], totals: Sequence[ReportedTotal]) -> list[ReportedTotal]:
        """Those whose number stands nowhere else, whether it was taken there later or is told again."""
        if not self.people:
            return []
        had: set[Bounds | None] = {one.participants for one in told} | {one.value for one in totals}
        taken = _Taken([span for one in told for _name, span in one.sources] + [one.evidence.span for one in totals])
        free = (one for one in self.people if one.value not in had)
        return [one for one in free if not taken.meets(one.evidence.start, one.evidence.end)]


class _Taken:
    """Stretches of a text, of which it is asked many times whether any shares a character with another one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _end in ordered]
        self._reach = list(accumulate((end for _start, end in ordered), max))  # how far those up to here go

    def meets(self, start: int, end: int) -> bool:
        before = bisect_left(self._starts, end)
        return before > 0 and self._reach[before - 1] > start
