"""Kazakh mentions of what was told before: said again, pointed at, gone on about."""

from svod.extraction.lexicon.categories import HELD
from svod.extraction.lexicon.grammar import is_adjective, words
from svod.extraction.mentions.kinds import CONTESTS, GATHERINGS, RIVALRIES, kinds_of
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.mentions.rule import rule
from svod.extraction.text.scan import Mark
from svod.packs.traits import traits

POINTING = frozenset("dl")
POINTED = frozenset("dla")
ITSELF = ({"d"}, {"a"})
HEAD = 3  # words of a sentence before what it points at: "Онлайн кездесуге", "Осы жиынға"
TELLS = frozenset({"held.subject", "held.object", "planned.verb"})
JOINED = ("тікелей эфир", "пікір алмасу", "әңгіме", "сұхбат")  # what a meeting may be called afterwards
WENT_ON = tuple(words("went_on"))  # how the verbs begin: "басталды"
RELAYED = traits("relay")
GOT, TAKEN, RELAY = tuple(words("advised")), tuple(words("taken")), tuple(words("relay"))
CONCLUDING, AFTERWARDS = words("concluding"), tuple(words("same_day") | words("same_day_first"))


@rule(language="kk", is_verb=False, is_listed=False)
def same_again(mention: Mention) -> Verdict | None:
    """ "Көрініс қойылды, көріністі 55 оқушы тамашалады": the bare kind again, in a later clause of its sentence."""
    frame, mark = mention.frame, mention.mark
    if mark.first != mark.last or mark.first == frame.word_index(mention.sentence.start):
        return None
    before = frame.mark_at[mark.first - 1]
    if before is None or not frame.words.gap(mark.first).startswith(","):
        return None
    if frame.quotes_in(before.end, mark.end) or not (before.categories & HELD or mention.cases() == {"a"}):
        return None
    earlier = frame.marks_in(mention.sentence.start, before.start)
    same = any(names(other, mention.code) and not other.quoted for other in earlier)
    return Verdict("reference", 0.7, "same_again") if same else None


@rule(language="kk", is_verb=False, is_listed=True)
def pointed_at_itself(mention: Mention) -> Verdict | None:
    """ "Диктант жазылды, диктантқа 96 оқушы қатысты", "тікелей эфирде жауап берді, эфирді көрді": the bare kind in the
    dative or the accusative is the one right before."""
    before, mark = mention.listed_after, mention.mark
    if before is None or mention.cases() not in ITSELF or before.code != mention.code or mark.first != mark.last:
        return None
    frame = mention.frame
    apart = frame.words.gap(mark.first).startswith(",") and mark.first - before.mark.last > 1
    return Verdict("reference", 0.7, "same_again") if apart and not frame.quotes_in(before.mark.end, mark.end) else None


@rule(language="kk", traits={"advice"}, is_verb=False, is_listed=False, begins=GOT)
def got_there(mention: Mention) -> Verdict | None:
    """ "Ашық есік күні өтіп, 86 әйел кеңес алды": what those got who came."""
    frame, index = mention.frame, mention.mark.last + 1
    if mention.clause.start == mention.sentence.start or index >= len(frame.words):
        return None
    earlier = frame.marks_in(mention.sentence.start, mention.clause.start)
    told = any(names(mark, mention.code) and not mark.quoted for mark in earlier)
    return Verdict("reference", 0.7, "same_again") if told and frame.words.words[index].startswith(GOT) else None


@rule(language="kk", traits={"questions"}, is_verb=False, is_listed=False, begins=TAKEN)
def taken_so(mention: Mention) -> Verdict | None:
    """ "Анкетирование жүргізілді, 212 оқушыдан сауалнама алынды": by how many it was answered."""
    frame, index = mention.frame, mention.mark.last + 1
    if index >= len(frame.words) or not frame.words.words[index].startswith(TAKEN):
        return None
    earlier = frame.marks_in(mention.sentence.start, mention.clause.start)
    told = mention.code in kinds_of(earlier)
    return Verdict("reference", 0.7, "same_again") if told else None


@rule(language="kk", is_known=True)
def goes_on_about_it(mention: Mention) -> Verdict | None:
    """ "Ашық есік күніне келген 50 тұрғын заңгердің кеңесін алды": more of what the sentence's first words point at."""
    frame, start = mention.frame, mention.sentence.start
    if frame.quotes_in(start, mention.sentence.end) or frame.dates_in(start, mention.sentence.end):
        return None
    if frame.word_from(start) in CONCLUDING:  # "Қорыта келе, жиналыс нәтижелі өтті"
        return Verdict("reference", 0.7, "goes_on_about_it")
    mark = frame.mark_at[frame.word_index(start)]
    if mark is None or mark.start >= mention.mark.start or not names(mark, mention.code):
        return None
    cases = mark.meaning.cases("kind", "kk")
    return Verdict("reference", 0.7, "goes_on_about_it") if cases and cases <= POINTING else None


@rule(language="kk", traits=GATHERINGS | CONTESTS, is_verb=False, is_near=True)
def points_at_gathering(mention: Mention) -> Verdict | None:
    """ "Онлайн кездесуге 90 педагог қосылды" behind a webinar: a bare word for people together points at it.

    So does "зияткерлік сайысқа" behind a debate.
    """
    if mention.is_plural or not mention.cases() <= POINTED or not mention.cases():
        return None
    if mention.is_of(CONTESTS) and not mention.told_any(RIVALRIES):
        return None
    frame, mark, sentence = mention.frame, mention.mark, mention.sentence
    first = frame.word_index(sentence.start)
    opens = mention.is_of(GATHERINGS) and len(mention.told) > 1 and frame.opens_line(sentence)
    if opens or mark.first - first > HEAD - 1 or frame.quotes_in(sentence.start, mark.start):
        return None
    if not all(_describes(mention, index) for index in range(first, mark.first)):
        return None
    return Verdict("reference", 0.65, "points_at_gathering")


@rule(language="kk", phrases=JOINED, is_verb=False)
def joined_it(mention: Mention) -> Verdict | None:
    """ "Тікелей эфирге студенттер қосылды" behind an online meeting, "форум өтіп, әңгімеге 40 адам атсалысты"."""
    frame, sentence = mention.frame, mention.sentence
    if mention.cases() != {"d"} or mention.is_plural or mention.mark.first != frame.word_index(mention.clause.start):
        return None
    if not mention.paragraph_told and not frame.kinds_in(sentence.start, mention.clause.start):
        return None
    own = frame.quotes_in(sentence.start, sentence.end) or frame.dates_in(sentence.start, sentence.end)
    return None if own else Verdict("reference", 0.65, "points_at_gathering")


@rule(language="kk", is_verb=False, is_near=True, is_listed=False, begins=WENT_ON)
def went_on(mention: Mention) -> Verdict | None:
    """ "Мерекелік жиын қойылыммен басталды": how what was told before began and ended; not "түстен кейін форум
    басталды", of which nothing was told."""
    frame, sentence = mention.frame, mention.sentence
    if not mention.known and frame.words.folded.startswith(AFTERWARDS, sentence.start):
        return None
    last = frame.word_index(sentence.end) - 1
    opens = mention.mark.first - frame.word_index(sentence.start) < HEAD and "n" in mention.cases()
    if not opens or mention.is_plural or not frame.words.words[last].startswith(WENT_ON):
        return None
    named = frame.quotes_in(sentence.start, mention.mark.start) or frame.dates_in(sentence.start, sentence.end)
    return None if named else Verdict("reference", 0.65, "points_back")


def _describes(mention: Mention, index: int) -> bool:
    """ "Онлайн", "қызықты", "бұл" before what is pointed at; no place, no day, nobody who holds it."""
    frame = mention.frame
    start = frame.words.starts[index]
    if frame.dates_in(start, start + 1) or frame.number_at(start):
        return False
    at = frame.mark_at[index]
    if at is None:
        return is_adjective(frame.words.words[index]) or index == frame.word_index(mention.sentence.start)
    return bool(at.categories & {"online.word", "reference.demonstrative"})


@rule(language="kk", traits=CONTESTS, is_verb=True)
def goes_on_as_contest(mention: Mention) -> Verdict | None:
    """ "Ойын өтіп, 10 команда күш сынасты": what they did in the game told before in the sentence."""
    before = mention.frame.kinds_in(mention.sentence.start, mention.mark.start)
    is_there = any(not RIVALRIES.isdisjoint(mark.meaning.traits) and not _is_discipline(mark) for mark in before)
    if not is_there and not (mention.paragraph_told and mention.told_any(RIVALRIES)):
        return None
    return Verdict("reference", 0.6, "goes_on_about_it")


def _is_discipline(mark: Mark) -> bool:
    """ "Арқан тартудан жарысты": what they competed in."""
    return mark.meaning.cases("kind", "kk") == {"b"}


@rule(language="kk", traits=CONTESTS, is_verb=False, is_near=True)
def goes_on_about_contest(mention: Mention) -> Verdict | None:
    """ "Ойындар 29 қарашада өтті" behind a tournament: the bare word, first in its sentence, for what was told."""
    frame, mark, sentence = mention.frame, mention.mark, mention.sentence
    if mark.start != sentence.start or mark.first != mark.last or "n" not in mention.cases():
        return None
    if not mention.told_any(RIVALRIES) or frame.quotes_in(sentence.start, sentence.end):
        return None
    return Verdict("reference", 0.6, "goes_on_about_it") if mention.clause.said & TELLS else None


@rule(language="kk")
def handed_on(mention: Mention) -> Verdict | None:
    """ "Эстафетаны №8 мектепке береміз" behind a challenge: what is handed on, no race."""
    word = mention.frame.words.words[mention.mark.first]
    if not mention.told_any(RELAYED) or not word.startswith(RELAY):
        return None
    if "n" in mention.cases() and not mention.clause.verbs:
        return None  # "Спорт: эстафета"
    return Verdict("reference", 0.7, "handed_on") if mention.cases() <= {"a", "d", "n"} else None


def told_at_it(mention: Mention) -> bool:
    """ "Отырыста әкім сөз сөйледі" behind a forum: spoken at what was told before."""
    said = mention.clause.categories & HELD
    return mention.paragraph_told and said == {"held.joined"} and "held.speech" in mention.clause.said


@rule(language="kk")
def in_manner_of(mention: Mention) -> Verdict | None:
    """ "Кездесу дөңгелек үстел форматында өтті", "бейнеконференция режимінде вебинар": how another kind was held."""
    frame, index = mention.frame, mention.mark.last + 1
    if index >= len(frame.words) or not frame.words.gap(index).isspace():
        return None
    if "reference.manner" not in frame.said_at(index):
        return None
    kinds = mention.frame.kinds_in(mention.clause.start, mention.clause.end)
    return Verdict("reference", 0.7, "in_manner_of") if len(kinds) > 1 else None


def names(mark: Mark, code: str) -> bool:
    entry = mark.meaning.entry("kind", "kk")
    return entry is not None and entry.code.partition(" ")[0] == code
