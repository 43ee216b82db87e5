"""What a later Kazakh sentence, which tells no activity itself, adds to the one before: who came, what they got."""

from collections.abc import Iterator, Sequence

from svod.extraction.fields import sets, sets_kk
from svod.extraction.lexicon.grammar import words
from svod.extraction.mentions.found import ONE, Found
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.extraction.text.sentences import Sentence

OTHERWISE = frozenset({"kind", "goal.word", "goal.history", "cancelled.word", "planned.verb", "planned.invite"})
SUMMED = frozenset({"total.trigger", "total.campaign", "measure.organisations"})
CAME = frozenset({"held.attended", "held.watched", "held.joined", "held.attendance"})
TAUGHT = tuple(words("taught"))
# Those of whom it is told what they did there; teachers and specialists may be those who held it.
DOING = frozenset({"pupils", "students", "children", "youth", "parents", "women", "men", "residents", "union_members"})
GIVING = tuple(words("giving"))
POINTS_BACK = frozenset({"points_back", "points_at_gathering"})
NEAR = 2  # words from things to the verb of giving


def add_told(frame: Frame, sentence: Sentence, said: frozenset[str], found: Sequence[Found]) -> None:
    """Add it to the last activity, where its sentence told but one, in the same paragraph."""
    last = found[-1] if found else None
    if last is None or last.mention.language != "kk" or last.line != sentence.line or last.planned:
        return
    if len(found) > 1 and found[-2].mention.sentence == last.mention.sentence:
        return
    last.add_codes("materials", _given(frame, sentence) if "material" in said else ())
    if "relay" in last.mention.traits and "online.word" in said:
        last.online = True
    if not last.audience and "audience" in said and said.isdisjoint(OTHERWISE | SUMMED):
        people = list(_present(frame, sentence, said)) or list(_reached(last, sentence))
        last.add_codes("audience", {code for mark in people for code in _codes(mark)})


def call_by_noun(mentions: Sequence[Mention], found: Sequence[Found]) -> None:
    """ "Инспектор заңды түсіндірді. Кездесуге 80 студент қатысты": what a verb told of is called a meeting."""
    last = found[-1] if found else None
    if last is None or last.mention.language != "kk" or not last.is_weak:
        return
    if any(item.line == last.line for item in found[-2:-1]):
        return
    for mention in mentions:
        if mention.is_verb or mention.is_plural or mention.verdict.status != "reference":
            continue
        if "told_by_noun" in mention.traits and mention.sentence.line == last.line:
            last.kind, last.count = mention.code, ONE


def _present(frame: Frame, sentence: Sentence, said: frozenset[str]) -> Iterator[Mark]:
    """ "Оқушылар хат салды", "150 адам жиналды: студенттер, ата-аналар": what people did there, who had come."""
    came = not said.isdisjoint(CAME)
    first = frame.word_index(sentence.start)
    for mark in frame.marks_of(sentence):
        if mark.quoted or "partner" in mark.categories or "n" not in mark.meaning.cases("audience", "kk", "p"):
            continue
        begins = mark.first - first <= NEAR and DOING.issuperset(_codes(mark))
        if begins or (came and ":" in frame.text[sentence.start : mark.start]):
            yield mark


def _reached(last: Found, sentence: Sentence) -> Iterator[Mark]:
    """ "Инспектор 10-сынып оқушыларымен сөйлесті", "балаларға ертегі айтылды" """
    for mark in sets_kk.audience_in(last.mention, sentence.start, sentence.end, ()):
        if mark.meaning.cases("audience", "kk") & {"d", "i"}:
            yield mark
    frame = last.mention.frame
    if frame.words.words[frame.word_index(sentence.end) - 1].startswith(TAUGHT):  # "оқушыларды заңмен таныстырды"
        for mark in sets_kk.named(frame, "audience", sentence.start, sentence.end, ()):
            if mark.meaning.cases("audience", "kk") == {"a"}:
                yield mark


def _codes(mark: Mark) -> set[str]:
    return {entry.code for entry in mark.entries if entry.category == "audience"}


def _given(frame: Frame, sentence: Sentence) -> list[str]:
    """ "Әрқайсысына жадынама бердік", "күнделік сыйға тартылды": things right before a verb of giving."""
    codes: list[str] = []
    for mark in frame.marks_of(sentence):
        behind = frame.words.words[mark.last + 1 : mark.last + 1 + NEAR]
        if "material" in mark.categories and not mark.quoted and any(word.startswith(GIVING) for word in behind):
            codes += sets.codes_in(frame, "material", mark.start, mark.end)
    return codes


def add_reached(made: Sequence[Found]) -> None:
    """ "Дәрістер мен жиындар өтіп, оқушыларға заң түсіндірілді": whom what is told there besides says they reached."""
    if len(made) < 2:
        return
    besides = [item for item in made if item.is_weak and item.mention.language == "kk"]
    others = [item for item in made if not item.is_weak]
    if besides and not any(item.audience or item.planned for item in others):
        for item in others:
            item.add_codes("audience", besides[0].audience)


def hear_of_network(mention: Mention, found: list[Found]) -> None:
    """ "Кездесу ZOOM платформасында өтті": of the meeting told before."""
    if mention.language != "kk" or mention.verdict.rule not in POINTS_BACK or not mention.is_online:
        return
    last = found[-1] if found else None
    if last is not None and last.line == mention.sentence.line:
        last.online = True
