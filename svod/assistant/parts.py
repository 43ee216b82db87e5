"""A document cut into parts that can be sent: whole sentences, masked where it leaves the house."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from svod.assistant.records import Part
from svod.extraction.text.sentences import split_sentences
from svod.guard import Masked, find, mask
from svod.packs import Pack
from svod.records import Document, Span

LONGEST = 6_000  # characters of a part
MOST = 24  # parts of a document; what stands behind them is read by the core alone


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A document as it may leave: the parts to send, the way back to the places of its own text, and whether it is
    longer than what is sent of it."""

    masked: Masked
    parts: tuple[Part, ...]
    is_cut: bool

    def original(self, start: int, end: int) -> Span:
        """The place of the document that [start, end) of the text sent stands for; a mask stands for all it hides."""
        return Span(self._back(start, last=False), self._back(end, last=True))

    def hidden(self, place: Span) -> bool:
        """Whether anything at that place of the document was masked."""
        return any(one.start < place.end and place.start < one.end for one in self.masked.masks)

    def masks_in(self, part: Part) -> int:
        return sum(part.start <= one.at < part.end for one in self.masked.masks)

    def _back(self, place: int, *, last: bool) -> int:
        gone = 0  # how much further on the original is
        for one in self.masked.masks:
            end = one.at + len(one.words)
            if place < one.at or (last and place == one.at):
                break
            if place < end or (last and place == end):
                return one.end if last else one.start
            gone = one.end - end
        return place + gone


def outgoing(document: Document, pack: Pack, *, own: bool) -> Outgoing:
    """The document as it may be sent; nobody is named in it, officials neither, unless the endpoint is one's `own`."""
    finds = () if own else find(document.text, document.language or "", pack)
    everybody = [replace(one, kind="name") if one.kind == "official" else one for one in finds]
    masked = mask(document.text, everybody, language=document.language or "ru")
    parts = tuple(_parts(masked.text))
    return Outgoing(masked, parts[:MOST], len(parts) > MOST)


def _parts(text: str) -> Iterator[Part]:
    """As many sentences at once as there is room for. The core cuts what is longer than any sentence."""
    start = end = -1
    for sentence in split_sentences(text, []):
        if start >= 0 and sentence.end - start > LONGEST:
            yield Part(start, end, text[start:end])
            start = -1
        start = sentence.start if start < 0 else start
        end = sentence.end
    if start >= 0:
        yield Part(start, end, text[start:end])
