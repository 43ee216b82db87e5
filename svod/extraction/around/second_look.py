"""Where somebody's corrections may have a word: a second look at what the rules decided, if one is given."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from svod.extraction.fields.people import People
from svod.extraction.mentions.found import Found
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.text.sentences import Sentence


class Reversal(NamedTuple):
    """A mention whose verdict `was` another; `why` names what spoke for the new one, the weightiest first."""

    mention: Mention
    was: Verdict
    why: tuple[tuple[str, float], ...]


class SecondLook(Protocol):
    """Decides again, knowing what the rules decided: `svod.learning`."""

    def at_mentions(self, mentions: Sequence[Mention]) -> list[Reversal]:
        """Give mentions of one sentence another verdict; returns those that got one."""

    def at_owner(
        self, people: People, sentence: Sentence, nearby: Sequence[Found], owner: Found | None
    ) -> Found | None:
        """Whose people these are, of the activities nearby, where the rules say `owner`."""


class Explaining(SecondLook, Protocol):
    """One that can say why."""

    def in_words(self, fact: str, kinds: Mapping[str, str], language: str) -> str:
        """What a name in `Reversal.why` says to a person; `kinds` are the names of kinds, "ru", "kk" or "en"."""
