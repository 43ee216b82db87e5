"""Which part of a clause speaks of one mention: an item of a list has particulars of its own, or shares the last's."""

from svod.extraction.lexicon.grammar import AND, is_adjective, words
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.along import comes_along, is_attribute, names_things
from svod.extraction.text.scan import Mark
from svod.records import Span

APART = words("told_apart")
DASHES = ("–", "—", " -")
JOINING = AND | {"of"}
PARTICULARS = frozenset(
    {"audience", "partner", "partner.marker", "measure.participants", "online.word", "material"}
) | {"place", "organiser.head"}  # what a list's item has of its own


def segment(mention: Mention) -> tuple[int, int]:
    """The part of the clause that speaks of this mention alone: from it to the next one of its list.

    "Лекции и семинары для учащихся": what follows a bare list is of all its items.
    """
    clause = mention.clause
    led = _led_by_a_dash(mention, mention.mark)
    if led >= 0:
        return led, _next_led(mention)
    start = clause.start if mention.listed_after is None else mention.mark.start
    last = _last_of_bare(mention).mark
    for mark in clause.marks:
        if mark.start > last.start and _is_item(mention, mark):
            return start, mark.start
    return start, clause.end


def _led_by_a_dash(mention: Mention, mark: Mark) -> int:
    """ "Для родителей – лекция, для детей – игра": where its part begins in which a dash leads to it, else -1."""
    text, first = mention.frame.text, mention.clause.start
    if mention.language != "ru" or not mention.frame.words.gap(mark.first).rstrip().endswith(DASHES):
        return -1
    start = 1 + max(first - 1, text.rfind(",", first, mark.start), text.rfind(";", first, mark.start))
    led = text[start : mark.start].rstrip().endswith(DASHES)
    return start if led and "audience.marker" in mention.frame.said(start, mark.start) else -1


def _next_led(mention: Mention) -> int:
    """Where the next such part begins in the clause, or the clause ends."""
    behind = (mark for mark in mention.clause.marks if mark.first > mention.mark.last and "kind" in mark.categories)
    starts = (_led_by_a_dash(mention, mark) for mark in behind if not mark.quoted)
    return next((start for start in starts if start > mention.mark.start), mention.clause.end)


def _is_item(mention: Mention, mark: Mark) -> bool:
    """Whether a mark names another activity."""
    if "kind" not in mark.categories or mark.quoted or comes_along(mention.frame, mark):
        return False
    return "material" not in mark.categories or not _is_of(mention, mark)


def _is_of(mention: Mention, mark: Mark) -> bool:
    """ "Раздача баннеров", "distribution of leaflets and banners": things that the kind's own noun takes."""
    index = mention.mark.last + 1
    if mention.frame.words.words[index] in AND and not names_things(mention.mark):  # "собрание и стенд"
        return False
    while index < mark.first:
        is_thing = "material" in mention.frame.said_at(index)
        if not is_thing and mention.frame.words.words[index] not in JOINING:
            return False
        index += 1
    return True


def segment_before(mention: Mention, start: int, end: int, category: str) -> tuple[int, int]:
    """The part for whom it was and with what: in a Kazakh list it stands before its item.

    "Оқушыларға сабақ, ұстаздарға дәріс", "плакаттар пайдаланылған семинар".
    """
    if mention.language != "kk":
        return start, end
    if end < mention.clause.end:
        end = mention.mark.end
    before = mention.listed_after
    if before is None:
        return start, end
    own = mention.frame.marks_in(before.mark.end, mention.mark.end)
    if before.clause is mention.clause and any(category in mark.categories and not mark.quoted for mark in own):
        closed = mention.frame.text.rfind(
            ")", before.mark.end, mention.mark.start
        )  # "(110 оқушы)" is of the one before
        return max(before.mark.end, closed), end
    return start, end


def other_items(mention: Mention, start: int, end: int) -> tuple[Span, ...]:
    """Other activities of its list between two places, and their things.

    "Собрание и информационный стенд" has no stand, "выставка и раздача материалов" no materials.
    """
    found: list[Span] = []
    for mark in mention.frame.marks_in(max(start, mention.mark.end), end):
        if _is_item(mention, mark) or (found and is_attribute(mention.frame, mark)):
            found.append(Span(mark.start, mark.end))
    return tuple(found)


def own_parts(mention: Mention) -> list[tuple[int, int]]:
    """Where the clause says who came and how: before the list and behind its verb of all items, else of each its own.

    Behind the verb: "A lecture for parents and a seminar were held online".
    """
    clause = mention.clause
    following = _next_item(_last_of_bare(mention))
    first = mention
    while first.listed_after is not None and first.listed_after.clause is clause:
        first = first.listed_after
    before = (clause.start, first.mark.start)
    if following is None:
        return [before, (mention.mark.start, clause.end)]
    return [before, (mention.mark.start, following.mark.start), *_behind_verb(mention, following)]


def _behind_verb(mention: Mention, following: Mention) -> list[tuple[int, int]]:
    last = following
    while (after := _next_item(last)) is not None:
        last = after
    verbs = [verb for verb in mention.clause.verbs if verb.start > last.mark.start]
    return [(verbs[0].end, mention.clause.end)] if verbs and verbs[0] is mention.clause.verbs[0] else []


def _next_item(mention: Mention) -> Mention | None:
    """The next item of its list in the clause, apart from what only comes along with one."""
    after = mention.listed_before
    while after is not None and comes_along(mention.frame, after.mark):
        after = after.listed_before
    return after if after is not None and after.clause is mention.clause else None


def is_held_online(mention: Mention) -> bool:
    """Whether the word that says so is of this item of its list."""
    if not mention.is_online or mention.language == "kk" or "online.word" not in mention.clause.said:
        return mention.is_online
    marks = (mark for start, end in own_parts(mention) for mark in mention.frame.marks_in(start, end))
    return any("online.word" in mark.categories for mark in marks)


def along_with(mention: Mention, start: int, end: int) -> list[Mark]:
    """What was done at it, as its own words in that part say: "с раздачей листовок и показом фильма"."""
    kinds = mention.frame.kinds_in(start, end)
    return [mark for mark in kinds if mark is not mention.mark and comes_along(mention.frame, mark)]


def _last_of_bare(mention: Mention) -> Mention:
    """The last item of which nothing but its name parts this one: the items share what follows.

    Not in the midst of a list: "беседы, лекции, встречи с участковыми и флешмоб".
    """
    last = mention
    after = _next_item(last) if mention.language != "kk" else None
    while after is not None and is_bare(last, after):
        last, after = after, _next_item(after)
    ends = _word_before(last) in AND or last.frame.text.startswith(")", last.mark.end)  # "(лекции, опросы) онлайн"
    return last if after is None or ends else mention


def _word_before(mention: Mention) -> str:
    """The word before the mention and its number: "и" in "беседы и 2 встречи"."""
    words = mention.frame.words.words
    index = mention.mark.first - 1
    while index > 0 and (words[index].isdigit() or is_adjective(words[index])):
        index -= 1
    return words[index]


def is_bare(one: Mention, other: Mention) -> bool:
    """Whether nothing but its name stands of the first between it and the second."""
    said = one.frame.words.folded[one.mark.end : other.mark.start]
    if any(word in said for word in APART):
        return False
    between = [mark for mark in one.frame.marks_in(one.mark.end, other.mark.start) if not mark.quoted]
    if "sitting" in one.traits and between and between[0].first == one.mark.last + 1:
        between = between["organiser.head" in between[0].categories :]  # "заседание комиссии" is all its name
    return all(PARTICULARS.isdisjoint(mark.categories) and not comes_along(one.frame, mark) for mark in between)
