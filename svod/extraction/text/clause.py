"""Parts of sentences, and what some words say together."""

from svod.extraction.text.scan import Mark

NONE: frozenset[str] = frozenset()


class Clause:
    """A part of a sentence with at most one group of verbs: characters [start, end), marks [first, last) of the text.

    `categories` are what its verbs say; an item of a list cut by semicolons has those of the list's beginning.
    """

    __slots__ = ("_said", "categories", "end", "first", "last", "marks", "start", "verbs")

    def __init__(
        self,
        start: int,
        end: int,
        marks: list[Mark],
        first: int,
        verbs: list[Mark],
        said: frozenset[str] | None = None,
    ) -> None:
        self.start, self.end, self.marks, self.verbs = start, end, marks, verbs
        self.first, self.last = first, first + len(marks)
        self.categories = union(verbs)
        self._said = said

    @property
    def said(self) -> frozenset[str]:
        """All categories of its words."""
        if self._said is None:
            self._said = union(self.marks)
        return self._said


def union(marks: list[Mark]) -> frozenset[str]:
    """All categories of some marks."""
    if len(marks) <= 1:
        return marks[0].categories if marks else NONE
    return NONE.union(*[mark.categories for mark in marks])
