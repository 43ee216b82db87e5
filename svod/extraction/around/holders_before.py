"""Who held what names nobody: the organisation that the text was telling of when it came to it."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from svod.extraction.holders.heads import HOLDERS, are_people, is_person
from svod.extraction.holders.house import is_short_form
from svod.extraction.holders.names import extent, first_adjective, nominative
from svod.extraction.lexicon.categories import HELD
from svod.extraction.lexicon.grammar import AND, CAMPAIGNS, IN, is_past, words
from svod.extraction.mentions.found import Found
from svod.extraction.text.clause import Clause
from svod.extraction.text.clauses import clauses_of
from svod.extraction.text.frame import Frame
from svod.extraction.text.prepositions import NOT_THE_HOLDER, preposition_before
from svod.extraction.text.scan import Mark
from svod.extraction.text.sentences import ITEM, Sentence
from svod.language.fold import fold
from svod.records import Span

AND_ITS_OWN = frozenset(f"{and_} {its}" for and_ in AND for its in words("it"))
PROPER = re.compile(r"[\d«“\"А-ЯЁA-Z]")  # "детский сад № 7", not "учащиеся начальной школы"
PEOPLE = frozenset({"audience", "partner"})
OF_REGIONS, REGIONAL = words("of_regions"), tuple(words("regional"))
STEM = 4  # letters of a word that its forms share
LASTS = 12  # lines for which it goes on
NEXT = 3  # lines
HEAD, WRITING = 6, tuple(words("writing_up"))  # lines in which a letter says whose it is
SHORT_NEWS, LEAD = 1_200, 1  # characters; lines in which news says whose they are


class Campaign(NamedTuple):
    """Whose campaign a sentence tells of, and where: "В школе № 7 прошла неделя права"."""

    span: Span
    line: int
    name: str


def go_on_with_holders(frame: Frame, found: Sequence[Found]) -> None:
    """Give those whose holder is not told the one whose campaign it was, or in short news the only one named."""
    if not any(item.organiser is None and item.mention.language == "ru" for item in found):
        return
    if len(frame.text) <= SHORT_NEWS and len({item.organiser for item in found if item.organiser}) == 1:
        _same_as_before(found)
    told = {item.mention.sentence.start for item in found}
    of_sentences = (_campaign_of(frame, sentence) for sentence in frame.sentences if sentence.start not in told)
    campaigns = [campaign for campaign in of_sentences if campaign is not None]
    starts = [campaign.span.start for campaign in campaigns]
    for at, item in enumerate(found):
        before = bisect_left(starts, item.mention.mark.start)
        if not before or item.organiser is not None or item.mention.language != "ru":
            continue
        campaign = campaigns[before - 1]
        if _is_elsewhere(item) and not _is_of_many_places(campaign.name):
            continue
        if item.line - campaign.line <= LASTS and not _held_by_others(found, at, campaign.span.start):
            item.say("organiser", campaign.name, campaign.span)


def _is_of_many_places(name: str) -> bool:
    """ "Отдел занятости района", "областная библиотека": what it holds may be in any of its villages."""
    return any(word in OF_REGIONS or word.startswith(REGIONAL) for word in fold(name).split())


def _is_known_by_name(name: str) -> bool:
    """ "Полиция Актау", "областная библиотека"; not "детский сад"."""
    return PROPER.search(name, 1) is not None or _is_of_many_places(name)


def _same_as_before(found: Sequence[Found]) -> None:
    """ "Библиотека провела викторину. Для читателей развернули выставку", in one paragraph or the next."""
    for before, item in pairwise(found):
        lines = NEXT if before.organiser and _is_known_by_name(before.organiser) else 0
        goes_on = item.line - before.line <= lines and item.mention.language == "ru" and not _is_elsewhere(item)
        if item.organiser is not None or before.organiser is None or not goes_on or _is_of_its_item(before, item):
            continue
        if not _is_in_another_house(item, fold(before.organiser)):
            item.say("organiser", before.organiser, before.sources.get("organiser"))


def _is_of_its_item(before: Found, item: Found) -> bool:
    """ "- тренинг в лицее № 60": an item of a list that names its own house says nothing of the next item."""
    frame, source = item.mention.frame, before.sources.get("organiser")
    if source is None or before.line == item.line or source.start < before.mention.sentence.start:
        return False
    return ITEM.match(frame.text, frame.text.rfind("\n", 0, source.start) + 1, source.start) is not None


def _is_in_another_house(item: Found, holder: str) -> bool:
    """ "Школа № 2 провела флешмоб. В колледже прошёл круглый стол": not "в школе"."""
    frame, clause = item.mention.frame, item.mention.clause
    houses = (mark for mark in clause.marks if mark.categories & HOLDERS and not mark.quoted)
    return any(
        frame.words.words[mark.first - 1] in IN and frame.words.words[mark.first][:STEM] not in holder
        for mark in houses
        if mark.first > frame.word_index(clause.start)
    )


def _held_by_others(found: Sequence[Found], at: int, start: int) -> bool:
    """Whether somebody else held something between a place and the activity of that number."""
    end = found[at].mention.mark.start
    between = takewhile(lambda one: one.mention.mark.start > start, (found[index] for index in range(at - 1, -1, -1)))
    holders = (one.sources.get("organiser") for one in between if one.organiser and one.mention.mark.start < end)
    return any(holder is not None and holder.start > start for holder in holders)


def _is_elsewhere(item: Found) -> bool:
    """Whether its own sentence says where it was."""
    place, sentence = item.sources.get("place"), item.mention.sentence
    return place is not None and sentence.start <= place.start < sentence.end


def _campaign_of(frame: Frame, sentence: Sentence) -> Campaign | None:
    if HOLDERS.isdisjoint(frame.said_in(sentence)) or frame.language_at(sentence.start) != "ru":
        return None
    opens_a_list = frame.text[sentence.end - 1] == ":" and not HELD.isdisjoint(frame.said_in(sentence))
    of_campaign = opens_a_list or any(word.startswith(CAMPAIGNS) for word in frame.words_of(sentence))
    if not (of_campaign or _leads(frame, sentence) or _reports(frame, sentence)):
        return None
    for clause in clauses_of(frame, sentence):
        for head in clause.marks:
            if head.categories & HOLDERS and not head.quoted and not is_person(head):
                case = _part(frame, clause, head)
                span = extent(frame, clause, head)
                name = nominative(frame.text[span.start : span.end], "ru", case) if case else ""
                if _is_not_alone(frame, span):
                    return None
                if " " in name and (case != "g" or PROPER.search(frame.text, head.start, span.end)):
                    return Campaign(span, sentence.line, name)
                break
    return None


def _is_not_alone(frame: Frame, span: Span) -> bool:
    """ "Отраслевой профсоюз и его членские организации": any of them may have held what follows."""
    behind = frame.word_index(span.end)
    return " ".join(frame.words.words[behind : behind + 2]) in AND_ITS_OWN


def _leads(frame: Frame, sentence: Sentence) -> bool:
    """ "Вслух о важном читать предложила районная библиотека": how short news begins, before it tells what was held."""
    is_news = sentence.line <= LEAD and len(frame.text) <= SHORT_NEWS
    return is_news and any(map(is_past, frame.words_of(sentence)))


def _reports(frame: Frame, sentence: Sentence) -> bool:
    """ "Первичная организация колледжа информирует, что выполнено следующее." at the head of a letter."""
    return sentence.line <= HEAD and any(word.startswith(WRITING) for word in frame.words_of(sentence))


def _part(frame: Frame, clause: Clause, head: Mark) -> str:
    """The case of its name where it holds the campaign: "школа присоединилась", "в школе прошла", "школой начата"."""
    cases, before = head.meaning.cases_in(HOLDERS), preposition_before(frame, clause, head)
    if "g" in cases and _has_people_before(frame, clause, head):
        return "g"
    if before is None:
        return next((case for case in "ni" if case in cases), "")
    if before in IN and is_short_form(frame, head):
        return "l"
    if "held.object" in clause.categories and "n" in cases and not (cases & {"g"} or before in NOT_THE_HOLDER):
        return "n"  # "в рамках акции «…» профком университета провёл ряд мероприятий"
    one = any(entry.number == "s" and "l" in entry.cases for entry in head.entries if entry.category in HOLDERS)
    return "l" if before in IN and one else ""  # "в школах города" leaves open in which


def _has_people_before(frame: Frame, clause: Clause, head: Mark) -> bool:
    """ "Педагоги детского сада не остались в стороне": those who head the clause are of that house."""
    first = first_adjective(frame, clause, head)
    at = frame.mark_at[first - 1]
    if at is None or at.first - frame.word_index(clause.start) > 1 or frame.words.gap(first) != " ":
        return False
    return "n" in at.meaning.cases_in(PEOPLE) and are_people(at)
