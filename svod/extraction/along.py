"""What only comes along with an activity: "с раздачей листовок", "with leaflets handed out and videos shown"."""

from typing import TYPE_CHECKING

from svod.extraction.grammar import AND, is_adjective, words
from svod.extraction.scan import Mark

if TYPE_CHECKING:
    from svod.extraction.frame import Frame

# Kinds that may be no more than what was done at the activity they stand beside.
ALONG = frozenset({"distribution", "screening", "info_stand"})
WITH = words("with")
DONE = frozenset({"material", "kind_verb", "kind_verb_object", "held.subject", "held.object"})
FAR = 6  # words back to what it is joined to


def comes_along(frame: "Frame", mark: Mark) -> bool:
    """Whether a kind is only what was done at another: in Russian in the instrumental, behind "с"; or things used."""
    if "material" in mark.categories and is_used(frame, mark):
        return True
    entry = mark.meaning.entry("kind", "ru")
    return entry is not None and entry.code in ALONG and "i" in entry.cases and _behind_with(frame, mark)


def is_done_along(frame: "Frame", mark: Mark) -> bool:
    """Whether an English participle tells what was done with things: "with leaflets handed out"."""
    index = mark.first - 1
    at = frame.mark_at[index] if index >= 0 and mark.meaning.language == "en" else -1
    if at < 0 or "material" not in frame.marks[at].categories:
        return False
    while index >= 0 and "," not in frame.words.gap(index + 1) and "." not in frame.words.gap(index + 1):
        at = frame.mark_at[index]
        if at >= 0 and not DONE.isdisjoint(frame.marks[at].categories):
            index = frame.marks[at].first - 1
        elif frame.words.words[index] in WITH:
            return True
        elif frame.words.words[index] in AND:
            index -= 1
        else:
            return False
    return False


def is_used(frame: "Frame", mark: Mark) -> bool:
    """ "Использованы баннеры и стенды", "with posters and banners used", "баннерлер пайдаланылған семинар"."""
    return any(_leads_to_use(frame, mark, step) for step in (-1, 1))


def _leads_to_use(frame: "Frame", mark: Mark, step: int) -> bool:
    """Whether nothing but other things stands between them and the word for using, on that side."""
    index = mark.first - 1 if step < 0 else mark.last + 1
    while 0 <= index < len(frame.words) and "." not in frame.words.gap(index if step > 0 else index + 1):
        at = frame.mark_at[index]
        other = frame.marks[at] if at >= 0 else None
        if other is not None and "held.used" in other.categories:
            return True
        if other is not None and "material" in other.categories:
            index = other.first - 1 if step < 0 else other.last + 1
        elif frame.words.words[index] in AND:
            index += step
        else:
            return False
    return False


def _behind_with(frame: "Frame", mark: Mark) -> bool:
    """ "с раздачей", "с раздачей листовок и показом": the preposition may stand before what it is joined to."""
    index = mark.first - 1
    while index >= 0 and is_adjective(frame.words.words[index]) and frame.words.gap(index + 1).isspace():
        index -= 1
    if index < 0:
        return False
    word = frame.words.words[index]
    if word in WITH:
        return True
    if word not in AND and "," not in frame.words.gap(index + 1):
        return False
    before = frame.marks_in(frame.words.starts[max(0, index - FAR)], mark.start)
    kinds = [other for other in before if not other.quoted and any(entry.code in ALONG for entry in other.entries)]
    return bool(kinds) and _behind_with(frame, kinds[-1])
