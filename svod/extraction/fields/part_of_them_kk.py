"""A number of people and another one of a part of them: "52 мүшенің 44-і қатысты", "60 адам шақырылып, 41-і келді"."""

from svod.extraction.fields.counted_kk import ASKED, BESIDE
from svod.extraction.lexicon.endings_kk import PARTICIPLE
from svod.extraction.lexicon.grammar import words
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.extraction.text.signs import DASH_OR_COLON
from svod.language.numbers import NumberMention

MEASURE = "measure.participants"
SOON = 3  # words from a part of them to the verb that says they came
EXPECTED, LATER = tuple(words("expected_kk")), 4  # words from people to that they were expected


def part_that_came(frame: Frame, start: int, people: Mark) -> NumberMention | None:
    """ "52 мүшенің 44-і қатысты": 44 of the 52 told from `start` on."""
    asked = _of_those_asked(frame, people)
    if asked is not None:
        return asked
    part = next(iter(frame.numbers_in(people.end, people.end + 2)), None)
    if part is None or frame.text[people.end : part.start] != " " or part.qualifier:
        return None
    cases = people.meaning.cases("audience", "kk") | people.meaning.cases(MEASURE, "kk")
    if not ("g" in cases or ("b" in cases and "-" in frame.text[part.start : part.end + 1])):
        return None
    if frame.text[part.end : part.end + 3].strip()[:1] in DASH_OR_COLON:  # "34 адамның 31-і – әйелдер": what they are
        return None
    return None if _all_were_there(frame, start, part) else part


def _all_were_there(frame: Frame, start: int, part: NumberMention) -> bool:
    """ "Жауап берген 90 мұғалімнің 12-сі қысым көргенін айтты", "38 адамның 11-і «иә» деді": so many answered so."""
    behind = frame.word_index(part.end)
    if any(
        not frame.said_at(index).isdisjoint({"held.attended"})
        for index in range(behind, min(behind + SOON, len(frame.words)))
    ):
        return bool(frame.quotes_in(part.end, part.end + 2))
    before = frame.word_index(start) - 1
    told = frame.words.words[before] if before >= 0 and frame.words.gap(before + 1).isspace() else ""
    return told.endswith(PARTICIPLE) or bool(frame.quotes_in(part.end, part.end + 2))


def _of_those_asked(frame: Frame, people: Mark) -> NumberMention | None:
    """ "60 адам шақырылып, 41-і келді": how many of those who were called came."""
    behind = people.last + 1
    if behind >= len(frame.words) or not frame.words.words[behind].startswith(ASKED):
        return None
    end = frame.words.end(behind)
    part = next(iter(frame.numbers_in(end, end + BESIDE)), None)
    is_part = part is not None and "-" in frame.text[part.start : part.end + 1]
    at = frame.mark_at[frame.word_index(part.end)] if part is not None and is_part else None
    return part if at is not None and "held.attended" in at.categories else None


def are_expected(frame: Frame, people: Mark) -> bool:
    """ "200 адам шығады деп күтілген еді, 260 мұғалім жиналды": those who were expected, where it is said how many
    came; not "50 адам қатысады деп күтіледі" of what is planned."""
    behind = people.last + 1
    for index in range(behind, min(behind + LATER, len(frame.words))):
        if not frame.words.gap(index).isspace():
            return False
        if frame.words.words[index].startswith(EXPECTED):
            end = frame.words.end(index)
            return bool(frame.numbers_in(end, frame.sentence_at(people.start).end))
    return False
