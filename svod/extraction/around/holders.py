"""Whose text it is: organisations that head a text, a part or a line, and the full names of those named shortly."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from svod.extraction.around.authors_ru import TITLE, Named, author
from svod.extraction.around.full_names import FullNames
from svod.extraction.holders.heads import HOLDERS, PERSONS, head_cases
from svod.extraction.holders.names import name_of
from svod.extraction.lexicon.categories import TELLS, VERBAL
from svod.extraction.lexicon.grammar import words
from svod.extraction.mentions.found import Found
from svod.extraction.text.frame import Clause, Frame
from svod.extraction.text.sentences import Sentence
from svod.language.fold import fold_phrase
from svod.records import Span

HOUSE = words("house")
THIS_HOUSE = words("this_house")
OF_SLOGANS = words("of_slogans")
APPROVING = words("approving")
OPENING = 3  # words of a sentence before the head of a name
BEHIND = frozenset({".", ":", ",", "(", "\n", ""})  # what follows a name that heads a line
DASHES = frozenset("–—-")
FURTHEST = 200  # characters from the beginning of a line to the name that heads it
SHORTEST_NAME = 3  # letters: "қор"


def named_holders(frame: Frame) -> list[Named]:
    """The organisations in the nominative at the beginnings of sentences."""
    found = []
    for sentence in frame.sentences:
        if HOLDERS.isdisjoint(frame.said_in(sentence)):
            continue
        if frame.language_at(sentence.start) == "ru":
            named = _named(frame, sentence)
            if named is not None:
                found.append(named)
    return found


def _named(frame: Frame, sentence: Sentence) -> Named | None:
    own = author(frame, sentence)
    if own is not None:
        return own
    first = frame.word_index(sentence.start)
    for mark in frame.marks_of(sentence):
        if mark.first - first > OPENING or not mark.categories.isdisjoint(VERBAL) or "kind" in mark.categories:
            return None
        if not mark.categories.isdisjoint(HOLDERS) and not mark.quoted:
            break
    else:
        return None
    if "n" not in head_cases(mark):
        return None
    marks = frame.marks_of(sentence)
    span, name = name_of(frame, Clause(sentence.start, sentence.end, marks, 0, []), mark)
    if " " not in name or _is_slogan(frame, span) or _approves(frame, span):
        return None
    line = frame.text.rfind("\n", max(0, span.start - FURTHEST), span.start) + 1
    begins = (line > 0 or span.start <= FURTHEST) and not any(map(str.isalpha, frame.text[line : span.start]))
    begins = begins or _is_greeted(frame, sentence, line)
    behind = frame.text[span.end : span.end + 2].lstrip(" ")[:1]
    is_alone = behind in BEHIND or (behind in DASHES and line == 0 and _tells_nothing(frame, sentence))
    heads = begins and (is_alone or _is_of_somebody(frame, span, sentence))
    return Named(span, sentence.line, name, heads)


def _is_greeted(frame: Frame, sentence: Sentence, line: int) -> bool:
    """ "Добрый вечер! Школа № 22, г. Эмба.": a sentence of whose message it is, behind the greeting."""
    greeting = frame.text[line : sentence.start].strip()
    return (
        sentence.line <= TITLE
        and greeting.endswith(("!", "."))
        and _tells_nothing(frame, sentence)
        and (frame.said(line, sentence.start).isdisjoint(VERBAL))
    )


def _is_of_somebody(frame: Frame, name: Span, sentence: Sentence) -> bool:
    """ "КГУ «Школа № 17» управления образования области": a line of whose school it is, and no more."""
    behind = next(iter(frame.marks_in(name.end, sentence.end)), None)
    owns = behind is not None and "g" in head_cases(behind) and not frame.text[name.end : behind.start].strip()
    return owns and _tells_nothing(frame, sentence)


def _tells_nothing(frame: Frame, sentence: Sentence) -> bool:
    """ "Сельская школа с. Каратобе – о неделе психологии" """
    return frame.said_in(sentence).isdisjoint(TELLS)


def _is_slogan(frame: Frame, name: Span) -> bool:
    """ "ПРОФСОЮЗ НА ЗАЩИТЕ ПРАВ" over a text."""
    text = frame.text[name.start : name.end]
    return text.isupper() and not OF_SLOGANS.isdisjoint(frame.words_in(name.start, name.end))


def _approves(frame: Frame, name: Span) -> bool:
    """ "УТВЕРЖДАЮ", and on the next line "Председатель профкома": who approved it, of whose report is not told."""
    before = frame.word_index(name.start) - 1
    return before >= 0 and frame.words.words[before] in APPROVING


def name_holders(frame: Frame, found: Sequence[Found]) -> None:
    """Give full names to holders named by one word, and what has none the organisation that heads its part."""
    if not any(item.mention.language == "ru" for item in found):
        return
    headings, names = [one for one in named_holders(frame) if one.heads], FullNames(frame)
    for item in found:
        if item.mention.language != "ru":
            continue
        if item.organiser is None or _is_somebody_here(item.organiser):
            _by_heading(frame, item, headings)
        elif item.organiser.count(" ") <= 1:
            full = None if _is_proper(frame, item) else names.of(item.organiser, item.mention.mark.start)
            item.organiser = full[0] if full else item.organiser
            if full is None and _is_bare_house(frame, item):
                item.organiser = None
                del item.sources["organiser"]
                _by_heading(frame, item, headings)


def _is_somebody_here(name: str) -> bool:
    """ "Психолог школы": of which, stands over the text."""
    *somebody, house = fold_phrase(name).split(" ")
    return house in THIS_HOUSE and not PERSONS.isdisjoint(somebody)


def _is_proper(frame: Frame, item: Found) -> bool:
    """ "Алтайская школа", in the midst of a sentence: its adjective names it, unlike that of "сельская школа"."""
    span = item.sources["organiser"]
    return (
        " " in (item.organiser or "") and frame.text[span.start].isupper() and span.start > item.mention.sentence.start
    )


def _is_bare_house(frame: Frame, item: Found) -> bool:
    """ "В школе прошёл концерт": in which is not told."""
    before = frame.word_index(item.sources["organiser"].start) - 1
    return " " not in (item.organiser or "") and before >= 0 and frame.words.words[before] in HOUSE


def _start(named: Named) -> int:
    return named.span.start


def _by_heading(frame: Frame, item: Found, headings: Sequence[Named]) -> None:
    """ "Районная больница: оформлен стенд", "Лицей № 3, г. Эмба." over a list."""
    start = item.mention.mark.start
    before = bisect_right(headings, start, key=_start)
    if before == 0:
        return
    heading = headings[before - 1]
    of_all = heading.line == 0 and before == 1
    if of_all or frame.text.find("\n\n", heading.span.end, start) < 0:
        item.say("organiser", heading.name, heading.span)


def name_in_full(made: list[Found], found: list[Found]) -> None:
    """ "Орталық" is "Қалалық жастар ресурстық орталығы", where that was named as the holder before."""
    for item in made:
        name = item.organiser
        if name is None or " " in name or item.mention.language != "kk" or len(name) < SHORTEST_NAME:
            continue
        stem = name.casefold()[: len(name) - 1]
        for earlier in reversed(found):
            full = earlier.organiser
            if full and " " in full and full.rpartition(" ")[2].casefold().startswith(stem):
                item.organiser = full
                break


def resume_organiser(made: Sequence[Found], found: Sequence[Found]) -> None:
    """ "Им же проведён концерт", "the same organiser held a concert": who held what was told before."""
    told = [*found[-1:], *made]
    for before, item in pairwise(told):
        if item.organiser is None and before.organiser and "organiser.same" in item.mention.clause.said:
            item.say("organiser", before.organiser, before.sources.get("organiser"))


def share_organiser(made: list[Found]) -> None:
    """What one sentence tells has one organiser, where it names but one, from the place on where it is named."""
    organiser: tuple[str, Span] | None = None
    for item in made:
        if item.organiser is None and organiser is not None:
            item.say("organiser", *organiser)
        elif item.organiser is not None:
            organiser = (item.organiser, item.sources["organiser"])
