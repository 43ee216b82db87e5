"""Kazakh mentions that tell no activity at all: advice, an order, what is done every day, a definition."""

from svod.extraction.lexicon.endings_kk import VERBAL_NOUN
from svod.extraction.lexicon.grammar import AND, words
from svod.extraction.mentions.kinds import CONTESTS
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.mentions.rule import rule
from svod.extraction.text.signs import DASHES
from svod.extraction.verdicts.only_named_kk import BEARERS
from svod.extraction.verdicts.retold_kk import HEAD, TELLS

ROOMS = tuple(words("rooms"))
PUBLIC, HOUSE = words("public_houses"), tuple(words("venues"))
CUPS, LAND = tuple(words("cups")), words("land")  # "ел аралап жүр" is to travel
HOLDING, HOW = words("holding_of"), words("how")
HABITUAL, MATTERS = words("habitual"), tuple(words("matters"))
ORDERED, TO_DO_IT = tuple(words("ordered_kk")), ("уды", "уди")  # how the verbs begin; folded
TO_DO, ENCLOSED = (VERBAL_NOUN, *TO_DO_IT), words("enclosed")
TALKED_OVER = tuple(words("talked_over"))  # how verbal nouns begin: "талқылау"
POLITE, DID = tuple(words("polite_endings")), tuple(words("polite_past_endings"))
DEFINES, SHORTEST = tuple(words("defines")), 3  # words of a definition
PRIZES, WON = tuple(words("prizes_won")), tuple(words("won"))
ELSEWHERE = frozenset("lgb")
PREVENTING, OPERATIONS = words("preventing"), tuple(words("operations"))  # "алдын алу шарасы"
HELD_THERE = frozenset({"held.participle", "organiser.marker"})


@rule(language="kk")
def only_spoken_of(mention: Mention) -> Verdict | None:
    """ "Семинар өткізу туралы бұйрық шығарды", "әңгімелесуге кеңес берді": an order, advice to do something."""
    frame, mark = mention.frame, mention.mark
    if mention.is_verb:
        advises = "advice" in mention.traits and mark.first > 0
        return Verdict("none", 0.7, "only_spoken_of") if advises and _to_do(frame.words.words[mark.first - 1]) else None
    index = mark.last + 1
    if _is_to_be_done(mention, index):
        return Verdict("none", 0.7, "only_spoken_of")
    if mention.cases() == {"a"} and frame.words.words[index : index + 1] and _is_talked_over(mention, index):
        return Verdict("none", 0.7, "only_spoken_of")
    if index + 1 < len(frame.words) and frame.words.words[index] in HOW and frame.words.words[index + 1] in HOLDING:
        return Verdict("none", 0.7, "only_spoken_of")  # "тренингті қалай өткізу керегін айтты"
    if mention.cases() == {"n"} and _is_a_matter(mention):
        return Verdict("none", 0.7, "only_spoken_of")
    at = frame.mark_at[index + 1] if index < len(frame.words) else None
    if at is None or frame.words.words[index] not in HOLDING or not frame.words.gap(index).isspace():
        return None
    return Verdict("none", 0.7, "only_spoken_of") if "reference.after" in at.categories else None


def _is_to_be_done(mention: Mention, index: int) -> bool:
    """ "Сенім жәшіктерін орнату ұсынылды", "жиналыс өткізуді тапсырды": what somebody is asked to do."""
    words = mention.frame.words
    if index + 1 >= len(words) or not words.words[index + 1].startswith(ORDERED):
        return False
    if not words.gap(index).isspace() or not words.gap(index + 1).isspace():
        return False
    return words.words[index].endswith(TO_DO) and "planned.verb" not in mention.frame.said_at(index + 1)


def _is_talked_over(mention: Mention, index: int) -> bool:
    """ "Президенттің сұхбатын талқылау мақсатында дөңгелек үстел өтті": what the round table was about.

    "Кітапханаларға таратуды тапсырды": what somebody is told to do.
    """
    words = mention.frame.words
    about = ORDERED if words.words[index - 1].endswith(TO_DO_IT) else TALKED_OVER
    return words.words[index].startswith(about) and words.gap(index).isspace()


def _is_a_matter(mention: Mention) -> bool:
    """ "Түнгі кезекшілік пен қауіпсіздік мәселесі сөз болды" """
    words, index = mention.frame.words, mention.mark.last + 1
    while index < len(words) and index - mention.mark.last <= HEAD and words.gap(index).isspace():
        if words.words[index].startswith(MATTERS):
            return True
        if words.words[index] not in AND and words.words[index - 1] not in AND:
            return False
        index += 1
    return False


def _to_do(word: str) -> bool:
    return word.endswith(("уге", "уга"))


@rule(language="kk", traits={"handing_out"}, is_verb=True, words=ENCLOSED)
def enclosed(mention: Mention) -> Verdict | None:
    """ "Ұсынымдар қоса беріліп отыр": sent together with the report."""
    before = mention.frame.words.words[mention.mark.first - 1] if mention.mark.first else ""
    return Verdict("none", 0.8, "only_spoken_of") if before in ENCLOSED else None


@rule(language="kk")
def advised(mention: Mention) -> Verdict | None:
    """ "Ашық сабақтарға қатысуға ерінбеңіз": the sentence asks its reader for something and tells nothing."""
    if not mention.clause.categories.isdisjoint(TELLS):
        return None
    frame = mention.frame
    last = frame.words.words[frame.word_index(mention.sentence.end) - 1]
    return Verdict("none", 0.8, "advised") if last.endswith(POLITE) and not last.endswith(DID) else None


@rule(language="kk", traits={"advice"})
def habitual(mention: Mention) -> Verdict | None:
    """ "Орталық қызметкерлері көмек көрсетіп, заңгерлік кеңес береді": what is done there every day."""
    frame, sentence = mention.frame, mention.sentence
    if frame.words.words[frame.word_index(sentence.end) - 1] not in HABITUAL:
        return None
    dated = frame.dates_in(sentence.start, sentence.end) or frame.quotes_in(sentence.start, sentence.end)
    return None if dated else Verdict("none", 0.7, "habitual")


@rule(language="kk", traits={"drive", "rest"}, is_verb=False, begins=OPERATIONS)
def an_operation(mention: Mention) -> Verdict | None:
    """ "15–26 қаңтар аралығында «Тұрмыс» алдын алу іс-шарасы өтті": what police do for days is a campaign."""
    first = mention.mark.first
    if "rest" in mention.traits and first and mention.frame.words.words[first - 1] in PREVENTING:
        return Verdict("none", 0.6, "only_a_campaign")  # "«Ауыл» жедел-алдын алу шарасы"
    if not mention.frame.words.words[mention.mark.first].startswith(OPERATIONS) or mention.is_plural:
        return None
    dates = mention.frame.dates_in(mention.clause.start, mention.clause.end)
    return Verdict("none", 0.6, "only_a_campaign") if any(date.first != date.last for date in dates) else None


@rule(language="kk", traits={"round"}, is_verb=True)
def looked_round(mention: Mention) -> Verdict | None:
    """ "Депутаттар мектепті аралап көрді", "қарттар үйіне барып": to look round a house, to go there is no raid."""
    before = mention.mark.first - 1
    if before >= 0 and (mention.frame.words.words[before] in LAND or _to_a_public_house(mention, before)):
        return Verdict("none", 0.7, "looked_round")
    if before >= 0 and mention.frame.words.words[before].startswith(ROOMS):
        return Verdict("reference", 0.7, "looked_round")
    at = mention.frame.mark_at[before]
    if at is None or at.categories.isdisjoint(BEARERS):
        return None
    frame = mention.frame
    if frame.number_at(frame.words.starts[at.first - 1]):  # "38 мекемені аралап"
        return None
    seen = [entry for entry in at.entries if entry.category in BEARERS]
    one = any(entry.number == "s" and "a" in entry.cases for entry in seen)
    return Verdict("reference", 0.7, "looked_round") if one else None


def _to_a_public_house(mention: Mention, before: int) -> bool:
    """ "Қарттар үйіне барып": not to people's homes."""
    seen = mention.frame.words.words
    return seen[before] in PUBLIC and seen[before + 1].startswith(HOUSE)


@rule(begins=CUPS)
def given_as_prize(mention: Mention) -> Verdict | None:
    """ "Жеңімпазға кубок пен диплом табысталды": the cup itself, not the contest for it."""
    frame, mark = mention.frame, mention.mark
    if not frame.words.words[mark.last].startswith(CUPS) or frame.language_at(mark.start) != "kk":
        return None
    named = mark.first < mark.last or frame.quotes_in(mention.clause.start, mark.start)
    return None if named else Verdict("none", 0.7, "given_as_prize")


@rule(language="kk", said={"total.trigger"})
def sums_up(mention: Mention) -> Verdict | None:
    """ "Жиыны: 10 шара": the word for a gathering means "in all" before a number."""
    frame, mark = mention.frame, mention.mark
    if "total.trigger" not in mark.categories:
        return None
    rest = frame.text[mark.end : mark.end + 4].lstrip(" :–—-")
    is_dated = frame.dates_in(mark.end, mark.end + 4)  # "жиыны 4 желтоқсанда өтті"
    return Verdict("none", 0.8, "sums_up") if rest[:1].isdigit() and not is_dated else None


@rule(language="kk", is_verb=False, begins=DEFINES)
def defined(mention: Mention) -> Verdict | None:
    """ "Пікірталас – ойды еркін жеткізудің жолы": what such things are."""
    frame, sentence = mention.frame, mention.sentence
    if mention.mark.start != sentence.start or mention.cases() != {"n"} or mention.is_plural:
        return None
    if frame.text[mention.mark.end : sentence.end].lstrip()[:1] not in DASHES:
        return None
    told = frame.numbers_of(sentence) or frame.quotes_in(sentence.start, sentence.end)
    said = frame.words_in(mention.mark.end, sentence.end)
    if told or frame.dates_in(sentence.start, sentence.end) or len(said) < SHORTEST:
        return None
    return Verdict("none", 0.8, "wished") if said[-1].startswith(DEFINES) else None


@rule(language="kk", traits=CONTESTS, is_verb=False, begins=PRIZES)
def won_there(mention: Mention) -> Verdict | None:
    """ "Оқушымыз облыстық олимпиадада 2 орын алды": what somebody won where others held it."""
    frame, sentence = mention.frame, mention.sentence
    if mention.known or mention.paragraph_told or not mention.cases() or not mention.cases() <= ELSEWHERE:
        return None
    if mention.clause.said & HELD_THERE or frame.dates_in(sentence.start, sentence.end):
        return None
    if frame.quotes_in(sentence.start, sentence.end):  # a named one may be the campaign's
        return None
    last = frame.words.words[frame.word_index(sentence.end) - 1]
    won = any(word.startswith(PRIZES) for word in frame.words_in(mention.mark.end, sentence.end))
    return Verdict("none", 0.6, "named_for") if won and last.startswith(WON) else None
