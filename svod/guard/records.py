"""What the guard found."""

from dataclasses import dataclass

PERSON = frozenset({"name", "official"})


@dataclass(frozen=True, slots=True)
class Find:
    """Personal data at [start, end) of a text.

    `kind` is name or official (a person), iin, phone, email, handle, address, card, iban, case, plate, passport, birth,
    story (a sentence that tells a case of violence) or refuge (a place that must not be known). `rule` names the rule
    that decided and `why` the words of the text it went by, "" where there are none; `certainty` is between 0 and 1.
    `key` is the same for what is the same: one person has one key, however a text declines or shortens the name. It is
    a digest and tells nothing by itself.
    """

    kind: str
    start: int
    end: int
    why: str
    certainty: float
    rule: str
    key: str = ""

    def __reduce__(self) -> "tuple[type[Find], tuple[str, int, int, str, float, str, str]]":
        """As it goes from process to process: pickle would fill in what is frozen, where the class is compiled."""
        return Find, (self.kind, self.start, self.end, self.why, self.certainty, self.rule, self.key)
