"""A quote: the words a number rests on, with the sentence around them, short enough to read."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from svod.language import LANGUAGES
from svod.records import Document, Evidence

Guard = Callable[[Document, int, int], str]  # a piece of a document, [start, end), as it may be told

WORDS_LIMIT = 400  # characters of the words themselves
CONTEXT_LIMIT = 160  # characters of the sentence on either side of them
_REACH = 600  # how far a sentence is followed at all, so that a text without full stops costs nothing

# A full stop after a whole word ends a sentence; after "г." or "ул." it does not. What follows it begins with one of a
# few signs: put first, they let the search leap from one to the next.
_SENTENCE_END = re.compile(
    r"""[\s»")] (?: (?<=\w{3}[.!?…].) (?:(?<=\s)\s* | (?<!\s)[»")]*\s+) (?=[^\W\d_]) | (?<=\n)\n* )""",
    re.VERBOSE | re.DOTALL,
)
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)


def as_is(document: Document, start: int, end: int) -> str:
    """The guard that hides nothing."""
    return document.text[start:end]


def printable(text: str) -> str:
    """The text without what XML cannot hold and what turns the line's direction around."""
    return text if text.isprintable() else _UNPRINTABLE.sub("", text)


def shortened(text: str, limit: int) -> str:
    """At most `limit` characters of the text in one line, cut between words, with "…" where it was cut."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    head = line[:limit].rpartition(" ")[0]
    return (head if len(head) > limit // 2 else line[: limit - 1]) + "…"


class Quote(NamedTuple):
    """`words` as the text has them, `before` and `after` from the same sentence; `source` is the file's path.

    `language` is the document's, where it is one language.
    """

    source: str
    before: str
    words: str
    after: str
    language: str | None = None

    def brief(self, limit: int) -> str:
        """The words alone, in at most `limit` characters."""
        return shortened(self.words, limit)


def quote(evidence: Evidence, documents: Mapping[str, Document], guard: Guard = as_is) -> Quote:
    """The evidence in words. `guard` sees every piece whole, before it is cut to length.

    A document that is not at hand gives its id and no words.
    """
    document = documents.get(evidence.document)
    if document is None:
        return bare(evidence, documents)
    start, end = _sentence(document.text, evidence.start, evidence.end)
    words = guard(document, evidence.start, evidence.end)
    before, after = guard(document, start, evidence.start), guard(document, evidence.end, end)
    before = "" if words.startswith(before) else before  # one mask over all of it is shown once
    after = "" if words.endswith(after) else after
    return _quote(document, words, before, after)


def bare(evidence: Evidence, documents: Mapping[str, Document], guard: Guard = as_is) -> Quote:
    """The same without the sentence around the words, which takes longer to find than all the rest."""
    document = documents.get(evidence.document)
    if document is None:
        return Quote(printable(evidence.document), "", "", "")
    return _quote(document, guard(document, evidence.start, evidence.end))


def _quote(document: Document, words: str, before: str = "", after: str = "") -> Quote:
    return Quote(
        printable(document.source or document.id),
        _tail(printable(before), CONTEXT_LIMIT) if before else "",
        shortened(printable(words), WORDS_LIMIT),
        _head(printable(after), CONTEXT_LIMIT) if after else "",
        document.language if document.language in LANGUAGES else None,
    )


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around [start, end) begins and ends."""
    reach = max(0, start - _REACH)
    ends = _SENTENCE_END.finditer(text, reach, start + 1)  # one more, for the letter that begins the words
    begins = [match.end() for match in ends if match.end() <= start]
    follows = _SENTENCE_END.search(text, max(0, end - 1), end + _REACH)
    first = begins[-1] if begins else reach
    last = follows.start() if follows and follows.start() >= end else min(len(text), end + _REACH)
    if end and text[end - 1 : end] in ".!?…\n":  # the words end the sentence themselves
        last = end
    return first, last


def _head(text: str, limit: int) -> str:
    """The beginning of what follows the words; the space towards them stays."""
    line = shortened(text, limit)
    return " " + line if line and text[:1].isspace() else line


def _tail(text: str, limit: int) -> str:
    """The end of what stands before the words; the space towards them stays."""
    line = " ".join(text.split())
    if len(line) > limit:
        line = "…" + line[-limit:].partition(" ")[2]
    return line + " " if line and text[-1:].isspace() else line
