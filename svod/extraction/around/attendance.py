"""Whose people are these: the activities that numbers of participants belong to."""

from itertools import pairwise

from svod.extraction.around.attendance_before import NEARBY, counts_activities, owner_before
from svod.extraction.around.attendance_likely import EVERY_ONE, suppose_owner, tells_of_another_time
from svod.extraction.around.by_kind import people_by_kind
from svod.extraction.around.second_look import SecondLook
from svod.extraction.fields.people import People
from svod.extraction.fields.people_kk import (
    came_to_it,
    owner_of_kind,
    pointed_at,
    says_how_many,
    those_from,
    with_whom_else,
)
from svod.extraction.fields.people_told_so import are_ours, gave_out, held_it, of_all_groups
from svod.extraction.fields.people_unnamed import A_FEW
from svod.extraction.lexicon.categories import WAS_HELD
from svod.extraction.lexicon.endings_kk import CONVERB
from svod.extraction.lexicon.grammar import IN_ALL, ON
from svod.extraction.mentions.found import ONE, Found
from svod.extraction.mentions.lists import is_bare
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.brackets import bracket_around
from svod.extraction.text.frame import Frame
from svod.extraction.text.sentences import Sentence
from svod.records import Bounds, Span

PART_ENDS = ("", ",", ".", ";", ")", "\n")
SEVERAL = 2  # who are told in one sentence
SOON = 5  # words from "на каждом" to those who came
FAR = 40  # characters between the last item of a list and a number that is its own


def add_people(
    frame: Frame,
    sentence: Sentence,
    mentions: list[Mention],
    made: list[Found],
    found: list[Found],
    summing: bool,
    told: list[People],
    second_look: SecondLook | None = None,
) -> list[Span]:
    """Give the sentence's numbers of people, `told`, to its activities; returns the places of those that were given.

    `made` are the sentence's own activities, `found` those before it: "Приняли участие 45 человек" may stand alone.
    """
    given: list[Span] = [] if made or not found else people_by_kind(frame, sentence, found)
    for people in _without_guests(told):
        span = people.span
        if span in given:
            continue
        if _are_told(frame, sentence, people, made, found):
            given.append(span)
            continue
        if _are_activities(frame, sentence, span, made):
            continue
        owner = _whose(frame, sentence, mentions, made, found, summing, told, people)
        if second_look is not None:
            owner = second_look.at_owner(people, sentence, [*found[-NEARBY:], *made], owner)
        if owner is not None and (owner.participants is None or _sums_up(frame, sentence, people, owner)):
            _give(frame, sentence, people, owner)
            given.append(span)
    return given


def _whose(
    frame: Frame,
    sentence: Sentence,
    mentions: list[Mention],
    made: list[Found],
    found: list[Found],
    summing: bool,
    told: list[People],
    people: People,
) -> Found | None:
    """The one activity to which they came, of this sentence or of those before it."""
    pointing = pointed_at(mentions, people.start)
    if pointing is not None:
        return owner_of_kind(pointing, made, found)
    last = came_to_it(frame, mentions, people.span, found) or _opened_with(frame, sentence, people, found)
    if made and last is None:
        return None if _of_all(frame, sentence, people, made) else _owner(frame, people, made)
    if last is not None or tells_of_another_time(frame, sentence):
        return last
    before = owner_before(frame, people, sentence, found, summing)
    return before or suppose_owner(frame, people, sentence, found, told, summing)


def _give(frame: Frame, sentence: Sentence, people: People, owner: Found) -> None:
    """How many came, and who they are; children told beside pupils are the same ones."""
    number = _all_told(frame, sentence, people, owner)
    if number is not None:
        owner.say("participants", number, people.span)
    codes = those_from(frame, people.span, people.marks) or _audience(frame, people)
    owner.add_codes("audience", [code for code in codes if code != "children" or "pupils" not in owner.audience])


def _are_activities(frame: Frame, sentence: Sentence, number: Span, made: list[Found]) -> bool:
    """ "Уроки права (всего 21)": so many were held; "на 5 мероприятиях побывало 300 человек": of all of them."""
    return any(item.sources.get("count") == number for item in made) or (
        not made and counts_activities(frame, sentence)
    )


def _are_told(frame: Frame, sentence: Sentence, people: People, made: list[Found], found: list[Found]) -> bool:
    """Whether an activity has them already, or they held it, gave things out, or are only those whom we sent."""
    if any(item.sources.get("participants") == people.span for item in (*found[-1:], *made)):
        return True
    them = people.marks[0] if people.marks else None
    if them is not None and made and held_it(frame, people.start, them, sentence.start):
        return True
    return (them is not None and gave_out(frame, people.start, them, sentence.end)) or are_ours(
        frame, people.start, people.end
    )


def _without_guests(told: list[People]) -> list[People]:
    """ "Екі депутат келді, студенттер саны – 70": those who came, and not the few who were invited."""
    return told if len(told) < SEVERAL else [one for one in told if not _are_guests(one)]


def _are_guests(people: People) -> bool:
    return _are_few(people.bounds) and any("partner" in mark.categories for mark in people.marks)


def _are_few(bounds: Bounds) -> bool:
    return bounds.most is not None and bounds.most < A_FEW


def _sums_up(frame: Frame, sentence: Sentence, people: People, owner: Found) -> bool:
    """ "Помогали акимат и двадцать волонтёров, всего около двухсот": all of those whose part was told before."""
    if owner.participants is not None and _are_few(owner.participants) and says_how_many(frame, people.start):
        return True  # "үш ардагер келді … Жиналғандар саны жүзден асты"
    index = frame.word_index(people.start) - 1
    before = owner.sources.get("participants")
    is_sum = index >= 0 and frame.words.words[index] in IN_ALL and before is not None
    return is_sum and before is not None and sentence.start <= before.start < people.start


def _all_told(frame: Frame, sentence: Sentence, people: People, owner: Found) -> Bounds | None:
    """ "5 тренинг өтті, әрқайсысына 20 оқушыдан қатысты": 100. "По 2 человека от школы": it is not said how many."""
    if _is_each_time(frame, sentence, people, owner):
        return people.bounds * owner.count
    return of_all_groups(frame, people.start, people.bounds, sentence.start, owner.count)


def _is_each_time(frame: Frame, sentence: Sentence, people: People, owner: Found) -> bool:
    """ "Әрқайсысына 20 оқушыдан", "показали три фильма, на каждом было 20 зрителей": not "на каждой парте", of one."""
    if any("measure.each" in mark.categories for mark in frame.marks_in(sentence.start, people.start)):
        return True
    if owner.count == ONE or owner.mention.language != "ru":
        return False
    near = frame.words_in(sentence.start, people.start)[-SOON:]
    return any(one in ON and other in EVERY_ONE for one, other in pairwise(near))


def _audience(frame: Frame, people: People) -> list[str]:
    """ "25 студентке" are students; the Russian "студентке" would be a woman."""
    entries = [entry for mark in people.marks for entry in mark.entries if entry.category == "audience"]
    spoken = [entry for entry in entries if entry.language == frame.language_at(people.start)]
    return [entry.code for entry in spoken or entries]


def _owner(frame: Frame, people: People, made: list[Found]) -> Found | None:
    """The one activity of the clause; in a list the item right before the number, never the whole list."""
    titled = _behind_its_title(frame, people, made) or _behind_its_verb(frame, people, made)
    if titled is not None:
        return titled
    made = [item for item in made if not item.is_weak] or made  # "форум өтіп, 220 жігіт бас қосты": of the forum
    mates = [item for item in made if item.mention.clause.start <= people.start < item.mention.clause.end]
    before = [item for item in made if item.mention.mark.start < people.start]
    if not mates and made[0].mention.language == "kk" and with_whom_else(frame, people.span):
        return None
    items = mates or [item for item in before if item.mention is before[-1].mention]
    if len(items) == 1:
        return items[0]
    before = [item for item in items if item.mention.mark.end <= people.start]
    if not before or len({id(item.mention) for item in items}) == 1:
        return None
    nearest = before[-1]
    gap = _unquoted(frame, nearest.mention.mark.end, people.start)
    is_aside = bracket_around(gap, 0, len(gap)) >= 0  # "для учащихся (30 человек)", "концерт (10.12, 300 зрителей)"
    is_own = is_aside or _each_has_its_own(before) or _stands_for_itself(before)
    if nearest is items[-1] and not is_own and ("," in gap or len(gap) > FAR):
        return None
    return nearest


def _behind_its_title(frame: Frame, people: People, made: list[Found]) -> Found | None:
    """ "Проекты «А» (175 участников) и «Б»": of the one whose title they follow in brackets."""
    if frame.text[people.start - 1] != "(":
        return None
    end = people.start - 1
    while frame.text[end - 1 : end].isspace():
        end -= 1
    return next((item for item in made if "title" in item.sources and item.sources["title"].end == end), None)


def _opened_with(frame: Frame, sentence: Sentence, people: People, found: list[Found]) -> Found | None:
    """ "Шеру өтті! 150 адам, соңында шар ұшырдық": those of the one before, with whom the next sentence begins."""
    last = (
        found[-1]
        if found and people.start == sentence.start and frame.text[people.end : people.end + 1] == ","
        else None
    )
    if last is None or last.mention.language != "kk" or last.participants is not None or last.line != sentence.line:
        return None
    return last


def _behind_its_verb(frame: Frame, people: People, made: list[Found]) -> Found | None:
    """ "Дәрігер дәріс оқыды 60 қыз, базарда буклет тараттық": of what the verb right before them tells, in haste."""
    if frame.language_at(people.start) != "kk" or frame.text[people.end : people.end + 1] not in PART_ENDS:
        return None
    index = frame.word_index(people.start) - 1
    if index < 0 or frame.words.words[index].endswith(CONVERB) or not WAS_HELD & frame.said_at(index):
        return None
    verb = frame.words.starts[index]
    told = [item for item in made if item.mention.clause.start <= verb < item.mention.clause.end <= people.start]
    return told[-1] if told and told[-1].participants is None else None


def _unquoted(frame: Frame, start: int, end: int) -> str:
    """The text between two places without what is quoted there."""
    text = frame.text[start:end]
    for quote in reversed(frame.quotes_in(start, end)):
        text = text[: quote.start - start] + text[quote.end - start :]
    return text


def _stands_for_itself(items: list[Found]) -> bool:
    """ "Диспут для детей, а также беседа с участием юристов и 30 женщин": what follows is of the last item alone."""
    return len(items) > 1 and not is_bare(items[-2].mention, items[-1].mention)


def _each_has_its_own(items: list[Found]) -> bool:
    """ "Тренинг (67 участников), а также рейд с участием студентов (30 человек)": whether the others have numbers."""
    return len(items) > 1 and all(item.participants is not None for item in items[:-1])


def _of_all(frame: Frame, sentence: Sentence, people: People, made: list[Found]) -> bool:
    """ "Жиындар мен дәрістер өтіп, оларға 800 адам тартылды": of the whole list, so a total."""
    if len(made) == 1:
        return False
    listed = (item.mention for item in made if item.mention.mark.start < people.start and not item.is_weak)
    if len({id(mention) for mention in listed}) < 2:
        return False
    return any("total.them" in mark.categories for mark in frame.marks_in(sentence.start, people.start))
