"""The report's tree as passages: each heading with the prose below it, whose words are bound to facts.

A passage is known by its heading's anchor, which stays the same when the text below it grows; so a person's words stay
with the region that they are about.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from svod.records import Heading, Listing, Paragraph, Report, ReportBlock, Run
from svod.register.consolidated.facts import SHARED, Facts, key_of, whom
from svod.register.consolidated.marks import Bound, can_bind
from svod.register.consolidated.scopes import WHOLE

OPENING = "opening"
REGION = "region-"
_SENTENCE_ENDS = re.compile(r"[.!?…»\")]\s+$")


@dataclass(frozen=True, slots=True)
class Passage:
    """`prose` is what a person may write anew; `fixed` are the notes, tables and pictures that follow it. `text` is the
    prose with its words bound, `groups` the activities behind the names of many."""

    key: str
    heading: Heading | None
    prose: tuple[Paragraph | Listing, ...]
    fixed: tuple[ReportBlock, ...]
    text: str = ""
    groups: Mapping[str, list[str]] = field(default_factory=dict)


def passages_of(report: Report, facts: Facts) -> list[Passage]:
    """In the report's order."""
    return [_bound(passage, facts) for passage in _parted(report.blocks)]


def _parted(blocks: Iterable[ReportBlock]) -> Iterator[Passage]:
    heading: Heading | None = None
    inside: list[ReportBlock] = []
    taken: set[str] = set()
    for block in (*blocks, None):
        if block is None or isinstance(block, Heading):
            if heading or inside:
                yield _passage(heading, inside, taken)
            heading, inside = block, []
        else:
            inside.append(block)


def _passage(heading: Heading | None, inside: list[ReportBlock], taken: set[str]) -> Passage:
    key = (heading.anchor or "part") if heading else OPENING
    while key in taken:
        key += "-1"
    taken.add(key)
    prose = [block for block in inside if isinstance(block, Paragraph | Listing) and not _is_note(block)]
    told = {id(block) for block in prose}
    return Passage(key, heading, tuple(prose), tuple(block for block in inside if id(block) not in told))


def _is_note(block: Paragraph | Listing) -> bool:
    return isinstance(block, Paragraph) and block.note


def lines_of(prose: Iterable[Paragraph | Listing]) -> Iterator[tuple[Run, ...]]:
    for block in prose:
        if isinstance(block, Paragraph):
            yield block.runs
        else:
            yield from (item.runs for item in block.items)


def _bound(passage: Passage, facts: Facts) -> Passage:
    binder = _Binder(passage.key.removeprefix(REGION) if passage.key.startswith(REGION) else WHOLE, facts)
    text = "\n\n".join(binder.line(runs) for runs in lines_of(passage.prose))
    return Passage(passage.key, passage.heading, passage.prose, passage.fixed, text, binder.groups)


class _Binder:
    """Finds in each sentence the words of the facts that the sentence stands on."""

    def __init__(self, scope: str, facts: Facts) -> None:
        self.groups: dict[str, list[str]] = {}
        self._scope = scope
        self._facts = facts

    def line(self, runs: tuple[Run, ...]) -> str:
        return "".join(self._sentence(sentence) for sentence in _sentences(runs))

    def _sentence(self, runs: list[Run]) -> str:
        text, at = "".join(run.text for run in runs), 0
        places: dict[tuple[int, int], str] = {}
        for run in runs:
            name = self._number(run, set(places.values()))
            if name:
                places[at, at + len(run.text)] = name
            at += len(run.text)
        sums_up = any(name in self._facts.scopes for name in places.values())
        keys = [key_of(one) for one in dict.fromkeys(name for run in runs for name in run.activities)]
        for what in () if sums_up else SHARED:
            for (start, end), about in self._shared(text, keys, what).items():
                if not any(start < b and a < end for a, b in places):
                    places[start, end] = self._name(about, what)
        return _marked(text, places)

    def _number(self, run: Run, used: set[str]) -> str:
        """What the number of a run is called; "" for words. One that is `used` in the sentence is not told twice."""
        if not (run.sources or run.activities) or not any(letter.isdigit() for letter in run.text):
            return ""
        for name in self._candidates(run):
            fact = self._facts.get(name, self.groups)
            if fact is not None and fact.words == run.text and name not in used:
                return name
        return ""

    def _candidates(self, run: Run) -> Iterator[str]:
        keys = [key_of(one) for one in run.activities]
        if len(keys) == 1:
            yield from (f"{keys[0]}.{what}" for what in ("count", "people"))
        behind = set(run.sources)
        for scope in dict.fromkeys((self._scope, WHOLE)):
            for name, fact in self._facts.scopes.items():
                if name.startswith(f"{scope}.") and (set(fact.evidences) == behind or not fact.evidences):
                    yield name
        if len(keys) > 1:
            yield from (self._name(keys, what) for what in ("count", "people", "records"))

    def _name(self, keys: list[str], what: str) -> str:
        name, members = whom(keys)
        if "+" not in name and len(members) > 1:
            self.groups[name] = members
        return f"{name}.{what}"

    def _shared(self, text: str, keys: list[str], what: str) -> dict[tuple[int, int], list[str]]:
        """Where the words stand that several activities may share, and whose they are."""
        found: dict[tuple[int, int], list[str]] = {}
        for key in keys:
            words = self._facts.own.get(key, {}).get(what, "")
            start = text.casefold().find(words.casefold()) if words else -1
            if start >= 0:
                found.setdefault((start, start + len(words)), []).append(key)
        return found


def _sentences(runs: Iterable[Run]) -> Iterator[list[Run]]:
    sentence: list[Run] = []
    for run in runs:
        sentence.append(run)
        if _SENTENCE_ENDS.search(run.text):
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _marked(text: str, places: Mapping[tuple[int, int], str]) -> str:
    said, at = "", 0
    for (start, end), name in sorted(places.items()):
        words = text[start:end]
        said += text[at:start] + (str(Bound(words, name)) if can_bind(words) else words)
        at = end
    return said + text[at:]
