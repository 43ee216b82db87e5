"""Whose people are these: the activities that numbers of participants belong to."""

from svod.extraction.around.later import goes_on
from svod.extraction.around.second_look import SecondLook
from svod.extraction.fields.people import People, people_in
from svod.extraction.fields.people_kk import (
    attends,
    called_by_its_head,
    came_to_it,
    heads_attendance,
    of_it_itself,
    owner_of_kind,
    pointed_at,
    summed_inside,
    those_from,
)
from svod.extraction.lexicon.categories import PRESENT, VERBAL
from svod.extraction.lexicon.grammar import words
from svod.extraction.mentions.found import ONE, Found, told_of_it
from svod.extraction.mentions.lists import is_bare
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.frame import Frame
from svod.extraction.text.sentences import Sentence
from svod.records import Bounds, Span

CARD = 3  # lines from an activity to "Қатысқаны: 54 адам" below it
CAME, COVERING = PRESENT | {"held.attended"}, tuple(words("covering"))
AT, COVER, DRIVE, OF_THE_EVENT = words("at"), words("cover"), tuple(words("drive")), words("of_the_event")
DRIVEN = frozenset({"flash_mob", "street_action", "outreach", "challenge", "distribution"})  # may be called "акция"
SUMMING = frozenset({"total.section", "total.them"})
EACH, GROUPS = words("each_of"), 3  # words from the number of groups to "по 20 человек"
NEARBY = 3  # activities told before that people may belong to
FAR = 40  # characters between the last item of a list and a number that is its own


def add_people(
    frame: Frame,
    sentence: Sentence,
    mentions: list[Mention],
    made: list[Found],
    found: list[Found],
    summing: bool,
    second_look: SecondLook | None = None,
) -> list[Span]:
    """Give the sentence's numbers of people to its activities; returns the places of those that were given.

    `made` are the sentence's own activities, `found` those before it: "Приняли участие 45 человек" may stand alone.
    """
    given: list[Span] = []
    for people in people_in(frame, sentence.start, sentence.end):
        span = people.span
        if any(item.sources.get("participants") == span for item in (*found[-1:], *made)):
            given.append(span)
            continue
        pointing = pointed_at(mentions, people.start)
        if pointing is not None:
            owner = owner_of_kind(pointing, made, found)
        elif (last := came_to_it(frame, mentions, span, found)) is not None:
            owner = last
        elif made:
            owner = None if _of_all(frame, sentence, people, made) else _owner(frame, people, made)
        else:
            owner = _owner_before(frame, people, sentence, found, summing)
        if second_look is not None:
            owner = second_look.at_owner(people, sentence, [*found[-NEARBY:], *made], owner)
        if owner is None or owner.participants is not None:
            continue
        number = _all_told(frame, sentence, people, owner)
        if number is not None:
            owner.say("participants", number, span)
        codes = those_from(frame, span, people.marks) or _audience(people)
        owner.add_codes("audience", [code for code in codes if code != "children" or "pupils" not in owner.audience])
        given.append(span)
    return given


def _all_told(frame: Frame, sentence: Sentence, people: People, owner: Found) -> Bounds | None:
    """ "5 тренинг өтті, әрқайсысына 20 оқушыдан қатысты": 100. "По 2 человека от школы": it is not said how many."""
    if any("measure.each" in mark.categories for mark in frame.marks_in(sentence.start, people.start)):
        return people.bounds * owner.count
    index = frame.word_index(people.start) - 1
    if index < 0 or frame.words.starts[index] < sentence.start or frame.words.words[index] not in EACH:
        return people.bounds
    start = max(sentence.start, frame.words.starts[max(0, index - GROUPS)])
    groups = frame.numbers_in(start, frame.words.starts[index])
    counted = [number.bounds for number in groups if number.role == "quantity"]  # "2 сеанса по 40 человек"
    times = counted[-1] if counted else owner.count
    return None if times == ONE else people.bounds * times


def _audience(people: People) -> list[str]:
    return [entry.code for mark in people.marks for entry in mark.entries if entry.category == "audience"]


def _owner(frame: Frame, people: People, made: list[Found]) -> Found | None:
    """The one activity of the clause; in a list the item right before the number, never the whole list."""
    titled = _behind_its_title(frame, people, made)
    if titled is not None:
        return titled
    made = [item for item in made if not item.is_weak] or made  # "форум өтіп, 220 жігіт бас қосты": of the forum
    mates = [item for item in made if item.mention.clause.start <= people.start < item.mention.clause.end]
    before = [item for item in made if item.mention.mark.start < people.start]
    items = mates or [item for item in before if item.mention is before[-1].mention]
    if len(items) == 1:
        return items[0]
    before = [item for item in items if item.mention.mark.end <= people.start]
    if not before or len({id(item.mention) for item in items}) == 1:
        return None
    nearest = before[-1]
    gap = _unquoted(frame, nearest.mention.mark.end, people.start)
    is_aside = gap.endswith("(")  # "для учащихся (30 человек)"
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
    listed = (item.mention for item in made if item.mention.mark.start < people.start and not item.is_weak)
    if len({id(mention) for mention in listed}) < 2:
        return False
    return any("total.them" in mark.categories for mark in frame.marks_in(sentence.start, people.start))


def _owner_before(frame: Frame, people: People, sentence: Sentence, found: list[Found], summing: bool) -> Found | None:
    """The activity of the sentence before, where it told only one and this one says that people took part."""
    said = frame.said(sentence.start, sentence.end)
    covered = _covered_by_it(frame, sentence, found)
    if covered is not None:
        return covered
    inside = "held.as" in said or _all_of_it(frame, sentence, said, found) or of_it_itself(frame, sentence)
    if not found or (summing and not inside and not summed_inside(frame, sentence, people.span)):
        return None
    last = called_by_its_head(frame, sentence, found) or found[-1]
    if "total.campaign" in said and not _is_the_drive(frame, sentence, found):
        return None
    beside = [item for item in found[-NEARBY:] if item.mention.sentence == last.mention.sentence]
    if len(beside) > 1 and last.mention.language == "kk":
        beside = [item for item in beside if not item.mention.is_verb] or beside
        last = beside[-1]
    alone = len(beside) == 1
    if "held.attendance" in said or heads_attendance(frame, sentence):
        return last if alone and sentence.line - last.line <= CARD else None
    goes_on_below = told_of_it(sentence, found) and said.isdisjoint(SUMMING)
    if not alone or not (last.line == sentence.line or goes_on_below):
        return None
    joined = (
        said & (PRESENT | {"held.as"})
        or _told_behind(people)
        or ("held.subject" in said and goes_on(frame, sentence))
        or _at_it(frame, sentence, last)
        or attends(frame, sentence, people.span)
    )
    return last if joined or _begins(frame, people, sentence, said) else None


def _covered_by_it(frame: Frame, sentence: Sentence, found: list[Found]) -> Found | None:
    """ "Прошла лекция. Охват – 40 человек": of the only one in its line; several are summed up so."""
    if frame.words.words[frame.word_index(sentence.start)] not in COVER:
        return None
    in_line = [item for item in found[-NEARBY:] if item.line == sentence.line]
    in_line = [item for item in in_line if not item.is_weak] or in_line
    return in_line[0] if len(in_line) == 1 else None


def _is_the_drive(frame: Frame, sentence: Sentence, found: list[Found]) -> bool:
    """ "Прошёл флешмоб. В акции участвовали 100 студентов", "участниками мероприятия стали": the only one told."""
    if len(found) != 1 or found[0].count != ONE:
        return False
    marks = frame.marks_in(sentence.start, sentence.end)
    named = [frame.words.words[mark.last] for mark in marks if "total.campaign" in mark.categories]
    outdoors = found[0].kind in DRIVEN
    return all(word in OF_THE_EVENT or (outdoors and word.startswith(DRIVE)) for word in named)


def _at_it(frame: Frame, sentence: Sentence, last: Found) -> bool:
    """ "На сходе было 27 человек", "беседами охвачено 310": the sentence begins with the kind of what was told."""
    head = frame.marks_in(sentence.start, sentence.end)[:2]
    is_means = bool(head) and head[0].meaning.cases("kind", "ru") == {"i"}
    if not head or not (is_means or head[0].entries[0].phrase in AT):
        return False
    return last.mention.language == "ru" and any(
        entry.category == "kind" and entry.code == last.kind for mark in head for entry in mark.entries
    )


def _all_of_it(frame: Frame, sentence: Sentence, said: frozenset[str], found: list[Found]) -> bool:
    """ "Прошла лекция. Всего её прослушали 60 студентов", "семинар болды. 22 тәрбиеші қамтылды": of the only one."""
    if len(found) != 1 or said.isdisjoint(CAME):
        return False
    told = frame.words_in(sentence.start, sentence.end)
    if not any(word.startswith(COVERING) for word in told):
        return True
    summed = [mark for mark in frame.marks_in(sentence.start, sentence.end) if "total.trigger" in mark.categories]
    says_all = any(not frame.words.words[mark.first].startswith(COVERING) for mark in summed)
    is_one = found[0].count == ONE
    return found[0].mention.language == "kk" and found[0].line == sentence.line and (is_one or not says_all)


def _told_behind(people: People) -> bool:
    """ "Ата-ана саны – 72": named before their number."""
    return bool(people.marks) and people.marks[0].start < people.start


def _begins(frame: Frame, people: People, sentence: Sentence, said: frozenset[str]) -> bool:
    """ "12 родителей.", "Слушателей – около 80.", "Было человек 25.": a sentence that says no more than how many."""
    if frame.language_at(sentence.start) == "kk" or said & (VERBAL - {"held.subject"}):
        return False
    first = frame.word_index(sentence.start)
    return frame.word_index(people.start) - first <= (1 if "held.subject" in said else 0)
