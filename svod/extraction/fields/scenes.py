"""A sentence that tells no activity, but the day of what follows it: "4 октября филиал поздравил ветеранов"."""

from svod.extraction.lexicon.grammar import words
from svod.extraction.text.frame import Frame
from svod.extraction.text.sentences import Sentence
from svod.language.dates import DateMention

MEANT_TO, PAPERS = tuple(words("meant_to")), tuple(words("papers"))
EVENT_TOLD = frozenset({"held.subject", "held.joined"})
TOLD_OTHERWISE = frozenset({"cancelled.word", "planned.verb", "planned.invite", "total.trigger", "goal.history"})
NO_SCENE = TOLD_OTHERWISE | {"held.subject", "held.object", "goal.word"}


def is_scene(frame: Frame, day: DateMention, sentence: Sentence, said: frozenset[str], year: int | None) -> bool:
    """Whether what follows was on that day of a sentence, which `said` these categories of words.

    Not a day beside the way, as of "Совет рассмотрел вопрос (25 ноября, 9 чел.)", nor one of another year than `year`.
    """
    if day.period is None or year not in (None, day.period.first.year):
        return False
    if frame.text[day.start - 1 : day.start] == "(" or _was_only_meant(frame, sentence):
        return False
    came = "held.came" in said and said.isdisjoint(TOLD_OTHERWISE)  # "2 декабря на площадь вышли горожане"
    return came or said.isdisjoint(NO_SCENE) or _only_says_when(frame, sentence, said)


def _was_only_meant(frame: Frame, sentence: Sentence) -> bool:
    """ "Хотели встретиться с судьёй 3 декабря, судья заболела", "Приказ подписан 18 ноября" """
    seen = frame.words_of(sentence)
    return any(word.startswith(MEANT_TO) for word in seen) or seen[0].startswith(PAPERS)


def _only_says_when(frame: Frame, sentence: Sentence, said: frozenset[str]) -> bool:
    """ "5 желтоқсанда мектепте маңызды шара өтті": which one, and how, the rest of the paragraph tells."""
    is_event = "measure.activities" in said and said & EVENT_TOLD and said.isdisjoint(TOLD_OTHERWISE)
    numbers = frame.numbers_of(sentence) if is_event else ()
    return bool(is_event) and all(number.role != "quantity" for number in numbers)
