"""Whose people a Kazakh sentence counts that only points at an activity: "Семинарға 45 мұғалім қатысты"."""

from collections.abc import Sequence

from svod.extraction.lexicon.categories import HELD
from svod.extraction.lexicon.grammar import AND, words
from svod.extraction.lexicon.table import DIRECT
from svod.extraction.mentions.found import Found
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.extraction.text.sentences import Sentence
from svod.language.numbers import NumberMention
from svod.records import Span

# "Отырысқа", "жиынға" may point at an activity of another kind.
GATHERINGS = frozenset({"meeting", "assembly", "commission_session"})
OBLIQUE = frozenset("dlig")
DATIVE = ("га", "ге", "ка", "ке", "на", "не")
NEAR = 3  # activities back
CAMPAIGN = frozenset({"only_a_campaign", "umbrella"})  # "акцияға" may be the акция told before
NUMBER_OF, AMOUNTED = words("number_of"), tuple(words("amounted_to"))
HEAD = 25  # characters: a sentence that begins with "барлығы" sums up its paragraph
FROM = 20  # characters: "сыныптардан" right before a number
ATTRIBUTES = frozenset({"organiser.head", "partner", "place"})
POSSESSED = ("ы", "и")
CAME = frozenset({"held.attended", "held.attendance"})
EVERY, EACH = frozenset({"ар", "арбир"}), 3  # words from "әр" to a number of each
GUESTS = frozenset({"partner", "reference.after"})  # "150 ғалым", "17 комиссия төрайымы"
NO_PEOPLE = tuple(words("not_people"))  # how the words begin of other things that take part
SHARED = words("shared_names")
PARTICIPLE = ("ган", "ген", "кан", "кен")  # "жиналған", "келген"
SEPARATE = frozenset({",", "–", "—", "-"})
SHORTEST = 3  # letters of a word for people
RECENT = 40  # activities back to what is pointed at, and
LINES = 1  # lines back to what is pointed at
BEHIND = 45  # characters from people to the verb that says they came
ENDS = frozenset(".,;)\n")
BETWEEN = frozenset(" –—-:")
BEFORE = 12  # … and from a participle to them: "тыңдаған 92 оқушы"


def pointed_at(mentions: Sequence[Mention], position: int) -> Mention | None:
    """The mention that only points at an activity and has the people at that position: the last one before them."""
    before = [mention for mention in mentions if mention.mark.end <= position <= mention.clause.end]
    if not before:
        return None
    last = before[-1]
    points = last.verdict.status == "reference" or last.verdict.rule in CAMPAIGN
    return last if points and last.language == "kk" and not last.is_verb and last.cases() & OBLIQUE else None


def came_to_it(frame: Frame, mentions: Sequence[Mention], people: Span, found: Sequence[Found]) -> Found | None:
    """ "250 адам жиналған басқосуда «Алға» ойыны өтті": they came to what was told before, not to the game."""
    for mention in mentions:
        if mention.language != "kk" or mention.mark.start < people.end or mention.verdict.status != "reference":
            continue
        between = frame.words_in(people.end, mention.mark.start)
        came = len(between) == 1 and between[0].endswith(PARTICIPLE) and not mention.cases() & DIRECT
        if came and found and found[-1].line == mention.sentence.line:
            return found[-1]
    return None


def owner_of_kind(pointing: Mention, made: list[Found], found: list[Found]) -> Found | None:
    """The activity that a mention points at: the last one told of its kind, nearby."""
    near = [item for item in (*found[-RECENT:], *made) if pointing.sentence.line - item.line <= LINES]
    near = [item for item in near if item.mention.mark.start <= pointing.mark.start]
    same = [item for item in near if item.kind == pointing.code]
    same = same or [item for item in near if pointing.code in kinds_of_head(item.mention)]
    if not same and pointing.entry.category == "kind_formless":  # "іс-шараға 45 оқушы қатысты": what was told last
        is_one = pointing.entry.number != "p"
        same = [item for item in near if not item.mention.is_verb][-1:] if is_one else []
    if not same and pointing.code in GATHERINGS:
        on_line = [item for item in near if item.line == pointing.sentence.line]
        same = ([item for item in on_line if not item.is_weak] or on_line)[-1:]
    if not same:
        return None
    siblings = [item for item in same if item.mention is same[-1].mention]
    return same[-1] if len(siblings) == 1 or not pointing.is_plural else None


def kinds_of_head(mention: Mention) -> set[str]:
    """ "Шеберлік сабағы" is called "сабақ" afterwards: the kinds that its last word means alone."""
    frame, mark = mention.frame, mention.mark
    if mention.language != "kk" or mention.is_verb or mark.first == mark.last:
        return set()
    alone = frame.lexicon.forms(in_latin=False).words.get(frame.words.words[mark.last])
    entries = frame.lexicon.meaning(alone).entries if alone is not None else ()
    return {entry.code for entry in entries if entry.category == "kind"}


def called_by_its_head(frame: Frame, sentence: Sentence, found: Sequence[Found]) -> Found | None:
    """ "Сағатқа 25 жасөспірім қатысты" behind "психологиялық сағат": its last word alone names it again."""
    word = frame.words.words[frame.word_index(sentence.start)]
    if not word.endswith(DATIVE):
        return None
    for item in reversed(found[-NEAR:]):
        mark = item.mention.mark
        head = item.mention.frame.words.words[mark.last][: len(word) - 2]
        if item.line == sentence.line and mark.first < mark.last and len(head) > 3 and word.startswith(head):
            return item
    return None


def kind_summed(mentions: Sequence[Mention], position: int) -> str | None:
    """ "Дәрістерге 96 студент қатысты" after several lectures: people at that position are of all of them."""
    pointing = pointed_at(mentions, position)
    is_sum = pointing is not None and pointing.is_plural and "held.joined" in pointing.clause.said
    return pointing.code if pointing is not None and is_sum else None


def named_before(frame: Frame, start: int, number: NumberMention) -> Mark | None:
    """The people named before their number: "Ата-ана саны – 72", "кеңес алғандар саны 18"."""
    index = frame.word_index(number.start) - 1
    if index < 0 or frame.words.starts[index] < start or not _ends(frame, number):
        return None
    if not BETWEEN.issuperset(frame.text[frame.words.ends[index] : number.start]):
        return None
    if frame.words.words[index] in NUMBER_OF:
        index -= 1
    at = frame.mark_at[index]
    mark = frame.marks[at] if index >= 0 and at >= 0 else None
    if mark is None or not mark.categories & {"held.attendance", "held.attended", "audience", "measure.participants"}:
        return None
    return mark if mark.categories & CAME or mark.last < frame.word_index(number.start) - 1 else None


def _ends(frame: Frame, number: NumberMention) -> bool:
    """ "Көрермен саны 300.", "көрермен саны 300-ге жуықтады": nothing that the number might count stands behind it."""
    if ENDS.issuperset(frame.text[number.end : number.end + 1]):
        return True
    index = frame.word_index(number.end)
    return index < len(frame.words) and frame.words.words[index].startswith(AMOUNTED)


def those_who_came(frame: Frame, start: int, number: NumberMention) -> int | None:
    """ "150 ғалым қатысуда", "қатысқаны – 45 теміржолшы": who come are people, whatever their name."""
    index = _past_attributes(frame, frame.word_index(number.end))
    if index >= len(frame.words) or not frame.words.gap(index).isspace():
        return None
    if not _may_be_people(frame, index):
        return None
    if frame.words.words[index].startswith(NO_PEOPLE) or len(frame.words.words[index]) < SHORTEST:
        return None
    behind = frame.mark_at[index + 1] if index + 1 < len(frame.words) and frame.words.gap(index + 1).isspace() else -1
    came = behind >= 0 and "held.attended" in frame.marks[behind].categories
    if not came and not _after_attendance(frame, start, number):
        return None
    return frame.words.ends[index]


def _past_attributes(frame: Frame, index: int) -> int:
    """ "17 комиссия төрайымы": the word behind the organisations and places that stand before it."""
    for _ in range(2):
        at = frame.mark_at[index] if index < len(frame.words) else -1
        behind = frame.marks[at].last + 1 if at >= 0 else len(frame.words)
        if (
            behind >= len(frame.words)
            or not frame.marks[at].categories <= ATTRIBUTES
            or not _may_be_people(frame, behind)
        ):
            break
        if not frame.words.words[behind].endswith(POSSESSED) or not frame.words.gap(behind).isspace():
            break
        index = behind
    return index


def _may_be_people(frame: Frame, index: int) -> bool:
    at = frame.mark_at[index]
    return at < 0 or (frame.marks[at].categories <= GUESTS and frame.marks[at].last == index)


def heads_attendance(frame: Frame, sentence: Sentence) -> bool:
    """ "📍Қатысқан: 9-11 сынып қыздары – 56 оқушы", "Қамтылды – 45 бала": a line of its own under an activity."""
    first = frame.word_index(sentence.start)
    at = frame.mark_at[first] if first < len(frame.words) else -1
    if at < 0 or frame.marks[at].categories.isdisjoint(CAME | {"column.people"}):
        return False
    return frame.text[frame.marks[at].end : frame.marks[at].end + 3].lstrip()[:1] in (":", "–", "—", "-")


def _after_attendance(frame: Frame, start: int, number: NumberMention) -> bool:
    index = frame.word_index(number.start) - 1
    if index < 0 or frame.words.starts[index] < start:
        return False
    at = frame.mark_at[index]
    beside = BETWEEN.issuperset(frame.text[frame.words.ends[index] : number.start])
    return at >= 0 and beside and "held.attendance" in frame.marks[at].categories


def attends(frame: Frame, sentence: Sentence, people: Span) -> bool:
    """ "…, 92 оқушы тыңдады", "тыңдаған 92 оқушының көбі": somebody came, listened, watched."""
    near = frame.marks_in(max(sentence.start, people.start - BEFORE), min(sentence.end, people.end + BEHIND))
    return any("held.attended" in mark.categories for mark in near)


def of_it_itself(frame: Frame, sentence: Sentence) -> bool:
    """ "Шара 48 оқушыны қамтыды": the one told before; not "шара аясында 2000 адам қамтылды"."""
    first = frame.word_index(sentence.start)
    if first + 1 >= len(frame.words) or frame.words.words[first] not in SHARED:
        return False
    at = frame.mark_at[first + 1]
    return frame.words.gap(first + 1).isspace() and (at < 0 or "reference.after" not in frame.marks[at].categories)


def summed_inside(frame: Frame, sentence: Sentence, people: Span) -> bool:
    """ "Оған инспекторлар шақырылып, барлығы 30 адам келді": sums up those who came to one activity."""
    if frame.language_at(people.start) != "kk" or people.start - sentence.start < HEAD:
        return False
    before = frame.marks_in(people.start - BEFORE, people.start)
    return any("total.trigger" in mark.categories for mark in before) and attends(frame, sentence, people)


def those_from(frame: Frame, people: Span, marks: Sequence[Mark]) -> list[str]:
    """ "7-11-сынып оқушыларынан 214 бала": pupils, who are told right before as those they come from."""
    if not marks or all(entry.phrase != "бала" for entry in marks[0].entries):
        return []
    before = frame.marks_in(people.start - FROM, people.start)
    return [
        entry.code
        for mark in before[-1:]
        for entry in mark.entries
        if entry.category == "audience" and "b" in entry.cases
    ]


def of_several_houses(frame: Frame, index: int) -> Mark | None:
    """ "200 мектеп пен колледж оқушысы": the people of both, where a number stands before the first of them."""
    at = frame.mark_at[index] if index < len(frame.words) else -1
    if at < 0 or "measure.organisations" not in frame.marks[at].categories:
        return None
    joint = frame.marks[at].last + 1
    if joint + 1 >= len(frame.words) or frame.words.words[joint] not in AND:
        return None
    behind = frame.mark_at[joint + 1]
    people = frame.marks[behind] if behind >= 0 else None
    if people is None or "audience" not in people.categories or people.first == people.last:
        return None
    return people if frame.words.gap(joint + 1).isspace() else None


def ends_an_item(frame: Frame, start: int, number: NumberMention) -> Mark | None:
    """ "Инспектормен кездесу, 9-11 сыныптар, 56": the people named before a number at the end of its line."""
    if frame.text[number.end : number.end + 2].strip(" .") and frame.text[number.end] != "\n":
        return None
    index = frame.word_index(number.start) - 1
    at = frame.mark_at[index] if index >= 0 and frame.words.starts[index] >= start else -1
    if at < 0 or frame.text[frame.words.ends[index] : number.start].strip() not in SEPARATE:
        return None
    mark, said = frame.marks[at], frame.said(start, number.start)
    is_item = "kind" in said and said.isdisjoint(HELD)
    return mark if is_item and "n" in mark.meaning.cases("audience", "kk", "p") else None


def of_each(frame: Frame, number: NumberMention, people: Mark) -> bool:
    """ "Әр сыныптан 5 оқушыдан қатысты": how many of each, and not how many came."""
    before = frame.words.words[max(0, frame.word_index(number.start) - EACH) : frame.word_index(number.start)]
    return people.meaning.cases("audience", "kk") == {"b"} and not EVERY.isdisjoint(before)
