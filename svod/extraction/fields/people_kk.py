"""Whose people a Kazakh sentence counts that only points at an activity: "Семинарға 45 мұғалім қатысты"."""

from collections.abc import Sequence
from itertools import pairwise

from svod.extraction.fields.counted_kk import CAME, NUMBER_OF, TO_THEM
from svod.extraction.lexicon.categories import WAS_HELD
from svod.extraction.lexicon.endings_kk import INSTRUMENTAL, PARTICIPLE
from svod.extraction.lexicon.grammar import words
from svod.extraction.lexicon.meaning import DIRECT
from svod.extraction.mentions.found import ONE, Found
from svod.extraction.mentions.kinds import GATHERINGS
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.clause import NONE
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.extraction.text.sentences import Sentence
from svod.records import Span

# "Отырысқа", "жиынға" may point at an activity of another kind.
OBLIQUE = frozenset("dlig")
NEAR = 3  # activities back
CAMPAIGN = frozenset({"only_a_campaign", "umbrella"})  # "акцияға" may be the акция told before
HEAD = 25  # characters: a sentence that begins with "барлығы" sums up its paragraph
FROM = 20  # characters: "сыныптардан" right before a number
YEARS, BEGINNING = words("year_kk"), tuple(words("beginning_kk"))
HEADS = frozenset({"audience", "held.attendance"})
SHARED, CHILDREN = words("shared_names"), words("children")
RECENT = 40  # activities back to what is pointed at, and
LINES = 1  # lines back to what is pointed at
BEHIND = 45  # characters from people to the verb that says they came
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
        by_noun = [item for item in near if not item.mention.is_verb] or [item for item in near if not item.is_weak]
        same = (_only_named(by_noun, pointing) or by_noun[-1:] or made[:1]) if is_one else []
    if not same and "drive" in pointing.traits and not pointing.is_plural:  # "тізбек құрды. Акцияға 80 адам қатысты"
        same = [item for item in near if "in_a_drive" in item.mention.traits and item.line == pointing.sentence.line][
            -1:
        ]
    if not same and (pointing.is_of(GATHERINGS) or pointing.verdict.rule == "points_at_gathering"):
        on_line = [item for item in near if item.line == pointing.sentence.line]
        on_line = on_line or (found[:1] if len(found) == 1 else [])  # the only one told so far
        same = ([item for item in on_line if not item.is_weak] or on_line)[-1:]
    if not same:
        return None
    siblings = [item for item in same if item.mention is same[-1].mention]
    return same[-1] if len(siblings) == 1 or not pointing.is_plural else None


def _only_named(near: list[Found], pointing: Mention) -> list[Found]:
    """ "«Заң» сағаты өтті. Сауалнама алынды. Шараға 34 студент қатысты": of the one the paragraph opens with."""
    in_line = [item for item in near if item.line == pointing.sentence.line]
    if not in_line or in_line[0].title is None or in_line[0].participants is not None:
        return []
    bare = all(item.title is None and "date" not in item.sources and item.count == ONE for item in in_line[1:])
    return in_line[:1] if bare else []


def kinds_of_head(mention: Mention) -> frozenset[str]:
    """ "Шеберлік сабағы" is called "сабақ" afterwards: the kinds that its last word means alone."""
    frame, mark = mention.frame, mention.mark
    if mention.language != "kk" or mention.is_verb or mark.first == mark.last:
        return NONE
    alone = frame.lexicon.forms(in_latin=False).words.get(frame.words.words[mark.last])
    return frame.lexicon.meaning(alone).kinds if alone is not None else NONE


def called_by_its_head(frame: Frame, sentence: Sentence, found: Sequence[Found]) -> Found | None:
    """ "Сағатқа 25 жасөспірім қатысты" behind "психологиялық сағат": its last word alone names it again."""
    word = frame.word_from(sentence.start)
    if not word.endswith(TO_THEM):
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


def heads_attendance(frame: Frame, sentence: Sentence) -> bool:
    """ "📍Қатысқан: 9-11 сынып қыздары – 56 оқушы", "Қамтылды – 45 бала": a line of its own under an activity."""
    first = frame.word_index(sentence.start)
    at = frame.mark_at[first]
    if at is None or at.categories.isdisjoint(CAME | {"column.people"}):
        return False
    return frame.text[at.end : at.end + 3].lstrip()[:1] in (":", "–", "—", "-")


def says_how_many(frame: Frame, position: int) -> bool:
    """ "Жиналғандардың саны екі жүзден асты": how many came, right before their number."""
    index = frame.word_index(position) - 1
    return "held.attendance" in frame.said_at(index) and frame.words.words[index] in NUMBER_OF


def attends(frame: Frame, sentence: Sentence, people: Span) -> bool:
    """ "…, 92 оқушы тыңдады", "тыңдаған 92 оқушының көбі": somebody came, listened, watched."""
    near = frame.marks_in(max(sentence.start, people.start - BEFORE), min(sentence.end, people.end + BEHIND))
    return any("held.attended" in mark.categories for mark in near)


def of_it_itself(frame: Frame, sentence: Sentence) -> bool:
    """ "Шара 48 оқушыны қамтыды": the one told before; not "шара аясында 2000 адам қамтылды"."""
    first = frame.word_index(sentence.start)
    if first + 1 >= len(frame.words) or frame.words.words[first] not in SHARED:
        return False
    return frame.words.gap(first + 1).isspace() and "reference.after" not in frame.said_at(first + 1)


def summed_inside(frame: Frame, sentence: Sentence, people: Span) -> bool:
    """ "Оған инспекторлар шақырылып, барлығы 30 адам келді", "оқушылар – барлығы 120": those of one activity."""
    if frame.language_at(people.start) != "kk" or people.start - sentence.start < HEAD:
        return False
    before = frame.marks_in(people.start - BEFORE, people.start)
    if not any("total.trigger" in mark.categories for mark in before):
        return False
    return attends(frame, sentence, people) or not HEADS.isdisjoint(frame.marks_of(sentence)[0].categories)


def since_new_year(frame: Frame, sentence: Sentence) -> bool:
    """ "Орталыққа жыл басынан 214 әйел жүгінген": how many in all, and not at the activity told before."""
    seen = frame.words_of(sentence)
    return any(one in YEARS and other.startswith(BEGINNING) for one, other in pairwise(seen))


def with_whom_else(frame: Frame, people: Span) -> bool:
    """ "Сауалнама алынып, 14 оқушымен жеке жұмыс жүргізілді": something else was held with them, in their clause."""
    if not frame.words.words[frame.word_index(people.end) - 1].endswith(INSTRUMENTAL):
        return False
    sentence = frame.sentence_at(people.start)
    behind = (mark for mark in frame.marks_in(people.end, sentence.end) if mark.meaning.tells and not mark.quoted)
    verb = next(behind, None)
    return verb is not None and bool(verb.categories & WAS_HELD) and not verb.categories & CAME


def those_from(frame: Frame, people: Span, marks: Sequence[Mark]) -> list[str]:
    """ "7-11-сынып оқушыларынан 214 бала": pupils, who are told right before as those they come from."""
    if not marks or all(entry.phrase not in CHILDREN for entry in marks[0].entries):
        return []
    before = frame.marks_in(people.start - FROM, people.start)
    return [
        entry.code
        for mark in before[-1:]
        for entry in mark.entries
        if entry.category == "audience" and "b" in entry.cases
    ]
