"""How a consolidation is wanted."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from svod.extraction import SecondLook
from svod.records import Register

if TYPE_CHECKING:
    from svod.assistant import Assistant


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the report is told: its length and style; an `earlier` year to compare with; whether as `slides` too.

    `assistant` is asked about each submission, `second_look` has a word in each of the rules' decisions.
    """

    length: str = "full"
    style: str = "official"
    earlier: Register | None = None
    slides: bool = False
    assistant: "Assistant | None" = None
    second_look: SecondLook | None = None


AS_USUAL = Wanted()
