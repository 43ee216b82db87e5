"""What the words for a kind say besides the kind."""

from collections.abc import Mapping

from svod.extraction.fields.sets import Coded
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.spans import span_of
from svod.language.fold import fold
from svod.packs import Pack

NOTHING: Mapping[str, Coded] = {}


class Implied:
    """What the phrases of kinds say besides the kind: rules (category, code, beginning of a word), all folded."""

    def __init__(self, pack: Pack) -> None:
        self._rules = [
            (*rule.split(" "), fold(beginning))
            for lexicon in pack.lexicon.values()
            for rule, beginnings in lexicon.get("implied", {}).items()
            for beginning in beginnings
        ]
        self._known: dict[tuple[str, ...], tuple[tuple[str, str], ...]] = {}  # words -> (category, code)

    def of(self, words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        """What these words say, as (category, code); found once for the same words."""
        if words not in self._known:
            self._known[words] = tuple(dict.fromkeys(said for word in words for said in self._of_word(word)))
        return self._known[words]

    def _of_word(self, word: str) -> list[tuple[str, str]]:
        """The longest beginning decides: "кітапша" is a brochure, though "кітап" is a book."""
        told = [
            (len(beginning), category, code) for category, code, beginning in self._rules if word.startswith(beginning)
        ]
        longest = max(told)[0] if told else 0
        return [(category, code) for length, category, code in told if length == longest]


def implied_by(mention: Mention, rules: Implied) -> Mapping[str, Coded]:
    """What the kind's own words say: "родительское собрание" is for parents, "просмотр видеоролика" shows a video.

    Category -> codes; most words imply nothing.
    """
    words = mention.frame.words
    start = mention.mark.first
    if start and mention.governor != start - 1 and words.gap(start).isspace() and "\n" not in words.gap(start):
        start -= 1
    said = rules.of(tuple(words.words[start : mention.mark.last + 1]))
    if not said:
        return NOTHING
    span = span_of(mention.mark.start, mention.mark.end)
    found: dict[str, Coded] = {}
    for category, code in said:
        found.setdefault(category, {})[code] = span
    return found
