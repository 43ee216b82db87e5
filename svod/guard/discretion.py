"""What hides in quotes what must not be told: a piece of a document, masked as the whole document tells it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from svod.guard.find import find
from svod.guard.mask import Masked, mask
from svod.guard.published import few_helped, held_of, is_help_to_few, kinds_of_help
from svod.guard.records import Find
from svod.packs import Pack
from svod.records import Document, Evidence, Register

NOTHING_YET: Mapping[str, tuple[Find, ...]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Withheld:
    """What was masked in the submission at `source`."""

    source: str
    finds: tuple[Find, ...]


class Discretion:
    """Gives pieces of documents as they may be told.

    A document is looked through where it is first asked for, but for those of `found`: what `find_in` found, by id.
    """

    def __init__(self, register: Register, pack: Pack, found: Mapping[str, tuple[Find, ...]] = NOTHING_YET) -> None:
        self._documents = register.documents
        self._found = found
        self._pack = pack
        self._released = register.released
        self._few = dict(_told_of_few(register, pack))
        self._masked: dict[str, Masked] = {}

    def __call__(self, document: Document, start: int, end: int) -> str:
        """The characters [start, end) of the document, masked; a mask that lies in them only in part is whole."""
        return self._of(document).cut(start, end)

    def withheld(self) -> Iterator[Withheld]:
        """What is masked, submission by submission; those without anything are left out."""
        for document in self._documents:
            masks = self._of(document).masks
            if masks:
                yield Withheld(document.source or document.id, tuple(one.find for one in masks))

    def _of(self, document: Document) -> Masked:
        if document.id not in self._masked:
            found = self._found.get(document.id)
            finds = find_in(document, self._pack) if found is None else found
            few = self._few.get(document.id, ())
            self._masked[document.id] = mask(document.text, (*finds, *few), self._released, document.language or "")
        return self._masked[document.id]


def find_in(document: Document, pack: Pack) -> tuple[Find, ...]:
    """What must not leave the circle, anywhere in the document."""
    return find(document.text, document.language or "", pack)


def _told_of_few(register: Register, pack: Pack) -> Iterator[tuple[str, tuple[Find, ...]]]:
    """For each document the places that tell help given to so few people that they could be recognised."""
    few, kinds = few_helped(held_of(register), pack), kinds_of_help(pack)
    places: dict[str, list[Evidence]] = {}
    for distinct in (*register.activities, *register.planned):
        for member in distinct.members:
            if distinct.id in few or is_help_to_few(member, kinds):
                places.setdefault(member.evidence.document, []).append(member.evidence)
    for document, evidences in places.items():
        yield document, tuple(Find("few", one.start, one.end, "", 1.0, "few_helped") for one in evidences)
