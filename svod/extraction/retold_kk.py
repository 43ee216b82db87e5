"""Kazakh mentions that tell no activity of their own: said again, part of a name, or advice to the reader."""

from svod.extraction.categories import HELD
from svod.extraction.grammar import AND, is_adjective, words
from svod.extraction.mention import Mention, Verdict
from svod.extraction.rule import rule
from svod.extraction.scan import Mark
from svod.records import Span

CONTESTS = frozenset({"contest", "sports", "game"})
RIVALRIES = CONTESTS | {"debate"}
GATHERINGS = frozenset({"meeting", "assembly", "commission_session"})
POINTING = frozenset("dl")
POINTED = frozenset("dla")
HEAD = 3  # words of a sentence before what it points at: "Онлайн кездесуге", "Осы жиынға"
BEARERS = frozenset({"organiser.head", "kind"})
TELLS = frozenset({"held.subject", "held.object", "planned.verb"})
POSSESSED, VERBAL_NOUN = ("ы", "и"), ("у",)
CUP, DRIVES = ("кубок",), ("акциясы",)
BARE, NAMED = ("сағаты", "кеші"), ("кеші",)  # they tell a kind only with what stands before them, or with a name
LAND = "ел"  # "ел аралап жүр" is to travel
MARKS = ' «»“”"'
HOLDING, HOW = words("holding_of"), words("how")
HABITUAL, MATTERS = words("habitual"), tuple(words("matters"))
TALKED_OVER = tuple(words("talked_over"))  # how verbal nouns begin: "талқылау"
WENT_ON = tuple(words("went_on"))  # how the verbs begin: "басталды"
CONCLUDING = words("concluding")
POLITE = tuple(words("polite_endings"))


@rule(language="kk", is_verb=False, is_listed=False)
def same_again(mention: Mention) -> Verdict | None:
    """ "Көрініс қойылды, көріністі 55 оқушы тамашалады": the bare kind again, in a later clause of its sentence."""
    frame, mark = mention.frame, mention.mark
    if mark.first != mark.last or mark.first == frame.word_index(mention.sentence.start):
        return None
    before = frame.marks[frame.mark_at[mark.first] - 1]
    if before.last + 1 != mark.first or not frame.words.gap(mark.first).startswith(","):
        return None
    if before.categories.isdisjoint(HELD) or frame.quotes_in(before.end, mark.end):
        return None
    earlier = frame.marks_in(mention.sentence.start, before.start)
    same = any(_names(other, mention.code) and not other.quoted for other in earlier)
    return Verdict("reference", 0.7, "same_again") if same else None


@rule(language="kk", is_known=True)
def goes_on_about_it(mention: Mention) -> Verdict | None:
    """ "Ашық есік күніне келген 50 тұрғын заңгердің кеңесін алды": more of what the sentence's first words point at."""
    frame, start = mention.frame, mention.sentence.start
    if frame.quotes_in(start, mention.sentence.end) or frame.dates_in(start, mention.sentence.end):
        return None
    if frame.words.words[frame.word_index(start)] in CONCLUDING:  # "Қорыта келе, жиналыс нәтижелі өтті"
        return Verdict("reference", 0.7, "goes_on_about_it")
    first = frame.mark_at[frame.word_index(start)]
    mark = frame.marks[first] if first >= 0 else None
    if mark is None or mark.start >= mention.mark.start or not _names(mark, mention.code):
        return None
    cases = mark.meaning.cases("kind", "kk")
    return Verdict("reference", 0.7, "goes_on_about_it") if cases and cases <= POINTING else None


@rule(language="kk", kinds=GATHERINGS | CONTESTS, is_verb=False, is_near=True)
def points_at_gathering(mention: Mention) -> Verdict | None:
    """ "Онлайн кездесуге 90 педагог қосылды" behind a webinar: a bare word for people together points at it.

    So does "зияткерлік сайысқа" behind a debate.
    """
    if mention.is_plural or not mention.cases() <= POINTED or not mention.cases():
        return None
    if mention.code in CONTESTS and RIVALRIES.isdisjoint(mention.told):
        return None
    frame, mark, sentence = mention.frame, mention.mark, mention.sentence
    first = frame.word_index(sentence.start)
    opens = "\n" in frame.text[max(0, sentence.start - 2) : sentence.start] and len(mention.told) > 1
    opens = opens and mention.code in GATHERINGS
    if opens or mark.first - first > HEAD - 1 or frame.quotes_in(sentence.start, mark.start):
        return None
    if not all(_describes(mention, index) for index in range(first, mark.first)):
        return None
    return Verdict("reference", 0.65, "points_at_gathering")


@rule(language="kk", is_verb=False, is_near=True, is_listed=False, begins=WENT_ON)
def went_on(mention: Mention) -> Verdict | None:
    """ "Мерекелік жиын қойылыммен басталды": how what was told before began and ended."""
    frame, sentence = mention.frame, mention.sentence
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
    if at < 0:
        return is_adjective(frame.words.words[index]) or index == frame.word_index(mention.sentence.start)
    return bool(frame.marks[at].categories & {"online.word", "reference.demonstrative"})


@rule(language="kk", is_verb=False)
def named_for(mention: Mention) -> Verdict | None:
    """ "Драма үйірмесі", "сурет салу сайысы": the kind is a part of another name."""
    frame, index = mention.frame, mention.mark.last + 1
    if mention.cases() == {"a"} and index + 1 < len(frame.words) and frame.words.words[index].endswith(VERBAL_NOUN):
        return _of_office(mention, index + 1)
    if mention.cases() != {"n"} or mention.is_plural or index >= len(frame.words):
        return None
    at = frame.mark_at[index]
    if at < 0 or not frame.words.gap(index).isspace() or frame.words.words[mention.mark.last].endswith(POSSESSED):
        return None
    head = frame.marks[at]
    if head.categories.isdisjoint(BEARERS):
        return None
    possessed = frame.words.words[head.first].endswith(POSSESSED)
    return Verdict("none", 0.7, "named_for") if possessed or _names(head, mention.code) else None


def _of_office(mention: Mention, index: int) -> Verdict | None:
    """ "Профилактикалық жұмысты үйлестіру басқармасы": what an office is for."""
    frame = mention.frame
    at = frame.mark_at[index] if frame.words.gap(index - 1).isspace() and frame.words.gap(index).isspace() else -1
    is_office = at >= 0 and "organiser.head" in frame.marks[at].categories
    return Verdict("none", 0.7, "named_for") if is_office else None


@rule(language="kk", kinds=CONTESTS, is_verb=True)
def goes_on_as_contest(mention: Mention) -> Verdict | None:
    """ "Ойын өтіп, 10 команда күш сынасты": what they did in the game told before in the sentence."""
    before = mention.frame.marks_in(mention.sentence.start, mention.mark.start)
    told = {entry.code for mark in before if not mark.quoted for entry in mark.entries if entry.category == "kind"}
    if mention.paragraph_told:
        told.update(mention.told)
    return None if RIVALRIES.isdisjoint(told) else Verdict("reference", 0.6, "goes_on_about_it")


@rule(language="kk", kinds=CONTESTS, is_verb=False, is_near=True)
def goes_on_about_contest(mention: Mention) -> Verdict | None:
    """ "Ойындар 29 қарашада өтті" behind a tournament: the bare word, first in its sentence, for what was told."""
    frame, mark, sentence = mention.frame, mention.mark, mention.sentence
    if mark.start != sentence.start or mark.first != mark.last or "n" not in mention.cases():
        return None
    if RIVALRIES.isdisjoint(mention.told) or frame.quotes_in(sentence.start, sentence.end):
        return None
    return Verdict("reference", 0.6, "goes_on_about_it") if mention.clause.said & TELLS else None


@rule(language="kk", kinds={"outreach"}, is_verb=False)
def of_a_form(mention: Mention) -> Verdict | None:
    """ "Парақша тарату акциясы": the акция has a form, which the kind right before it tells."""
    frame, mark = mention.frame, mention.mark
    at = frame.mark_at[mark.first - 1] if mark.first and frame.words.gap(mark.first).isspace() else -1
    if at < 0 or mark.first != mark.last or not frame.words.words[mark.first].startswith(DRIVES):
        return None
    before = frame.marks[at]
    return Verdict("none", 0.7, "named_for") if "kind" in before.categories and not before.quoted else None


@rule(language="kk")
def advised(mention: Mention) -> Verdict | None:
    """ "Ашық сабақтарға қатысуға ерінбеңіз": the sentence asks its reader for something and tells nothing."""
    if not mention.clause.categories.isdisjoint(TELLS):
        return None
    frame = mention.frame
    last = frame.words.words[frame.word_index(mention.sentence.end) - 1]
    return Verdict("none", 0.8, "advised") if last.endswith(POLITE) else None


@rule(language="kk", kinds={"raid"}, is_verb=True)
def looked_round(mention: Mention) -> Verdict | None:
    """ "Депутаттар орта мектепті аралап көрді": to look round a house, an exhibition is no raid."""
    before = mention.mark.first - 1
    if before >= 0 and mention.frame.words.words[before] == LAND:
        return Verdict("none", 0.7, "looked_round")
    at = mention.frame.mark_at[before] if before >= 0 else -1
    if at < 0 or mention.frame.marks[at].categories.isdisjoint(BEARERS):
        return None
    frame = mention.frame
    if frame.number_at(frame.words.starts[frame.marks[at].first - 1]):  # "38 мекемені аралап"
        return None
    seen = [entry for entry in frame.marks[at].entries if entry.category in BEARERS]
    one = any(entry.number == "s" and "a" in entry.cases for entry in seen)
    return Verdict("reference", 0.7, "looked_round") if one else None


@rule(begins=CUP)
def given_as_prize(mention: Mention) -> Verdict | None:
    """ "Жеңімпазға кубок пен диплом табысталды": the cup itself, not the contest for it."""
    frame, mark = mention.frame, mention.mark
    if not frame.words.words[mark.last].startswith(CUP) or frame.language_at(mark.start) != "kk":
        return None
    named = mark.first < mark.last or frame.quotes_in(mention.clause.start, mark.start)
    return None if named else Verdict("none", 0.7, "given_as_prize")


@rule(language="kk", phrases=BARE)
def bare_head(mention: Mention) -> Verdict | None:
    """ "Дауыстап оқу сағаты өткізілді", "«Тірек» сағаты өтеді", but not "жұмыс сағаты басталады"."""
    frame, first = mention.frame, mention.mark.first
    named = first > 0 and mention.clause.start < frame.words.starts[first] and not frame.words.gap(first).strip(MARKS)
    quoted = frame.quotes_in(mention.clause.start, mention.mark.start)
    if not quoted and mention.entry.phrase in NAMED:
        return Verdict("none", 0.7, "bare_head")
    told = TELLS if quoted else HELD
    is_item = bool(quoted) and not mention.clause.verbs  # "2 желтоқсан – «Арудың ары» сағаты"
    if named and (is_item or mention.clause.categories & told) and not frame.number_at(frame.words.starts[first - 1]):
        return None
    return Verdict("none", 0.7, "bare_head")


def held_in_quotation(mention: Mention, quote: Span) -> bool:
    """ "«Ашық есік күні» өткізілді": the kind itself in quotation marks, right before the verb that it was held."""
    frame = mention.frame
    index = frame.word_index(quote.end)
    if mention.language != "kk" or index >= len(frame.words) or frame.words.gap(index).strip(MARKS):
        return False
    at = frame.mark_at[index]
    return at >= 0 and not frame.marks[at].categories.isdisjoint(TELLS)


@rule(language="kk", kinds={"consultation"})
def habitual(mention: Mention) -> Verdict | None:
    """ "Орталық қызметкерлері көмек көрсетіп, заңгерлік кеңес береді": what is done there every day."""
    frame, sentence = mention.frame, mention.sentence
    if frame.words.words[frame.word_index(sentence.end) - 1] not in HABITUAL:
        return None
    dated = frame.dates_in(sentence.start, sentence.end) or frame.quotes_in(sentence.start, sentence.end)
    return None if dated else Verdict("none", 0.7, "habitual")


@rule(language="kk")
def handed_on(mention: Mention) -> Verdict | None:
    """ "Эстафетаны №8 мектепке береміз" behind a challenge: what is handed on, no race."""
    word = mention.frame.words.words[mention.mark.first]
    if "challenge" not in mention.told or not word.startswith("эстафета"):
        return None
    return Verdict("reference", 0.7, "handed_on") if mention.cases() <= {"a", "d", "n"} else None


@rule(language="kk", said={"total.trigger"})
def sums_up(mention: Mention) -> Verdict | None:
    """ "Жиыны: 10 шара": the word for a gathering means "in all" before a number."""
    frame, mark = mention.frame, mention.mark
    if "total.trigger" not in mark.categories:
        return None
    rest = frame.text[mark.end : mark.end + 4].lstrip(" :–—-")
    return Verdict("none", 0.8, "sums_up") if rest[:1].isdigit() else None


@rule(language="kk")
def only_spoken_of(mention: Mention) -> Verdict | None:
    """ "Семинар өткізу туралы бұйрық шығарды", "әңгімелесуге кеңес берді": an order, advice to do something."""
    frame, mark = mention.frame, mention.mark
    if mention.is_verb:
        advises = mention.code == "consultation" and mark.first > 0
        return Verdict("none", 0.7, "only_spoken_of") if advises and _to_do(frame.words.words[mark.first - 1]) else None
    index = mark.last + 1
    if mention.cases() == {"a"} and frame.words.words[index : index + 1] and _is_talked_over(mention, index):
        return Verdict("none", 0.7, "only_spoken_of")
    if index + 1 < len(frame.words) and frame.words.words[index] in HOW and frame.words.words[index + 1] in HOLDING:
        return Verdict("none", 0.7, "only_spoken_of")  # "тренингті қалай өткізу керегін айтты"
    if mention.cases() == {"n"} and _is_a_matter(mention):
        return Verdict("none", 0.7, "only_spoken_of")
    at = frame.mark_at[index + 1] if index + 1 < len(frame.words) else -1
    if at < 0 or frame.words.words[index] not in HOLDING or not frame.words.gap(index).isspace():
        return None
    return Verdict("none", 0.7, "only_spoken_of") if "reference.after" in frame.marks[at].categories else None


def _is_talked_over(mention: Mention, index: int) -> bool:
    """ "Президенттің сұхбатын талқылау мақсатында дөңгелек үстел өтті": what the round table was about."""
    words = mention.frame.words
    return words.words[index].startswith(TALKED_OVER) and words.gap(index).isspace()


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
    at = frame.mark_at[index]
    if at < 0 or "reference.manner" not in frame.marks[at].categories:
        return None
    others = [mark for mark in mention.clause.marks if "kind" in mark.categories and not mark.quoted]
    return Verdict("reference", 0.7, "in_manner_of") if len(others) > 1 else None


def _names(mark: Mark, code: str) -> bool:
    entry = mark.meaning.entry("kind", "kk")
    return entry is not None and entry.code.partition(" ")[0] == code
