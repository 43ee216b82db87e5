"""Whom a Kazakh number counts: people named before it, who came, of several houses; not whom it was given to."""

from svod.extraction.lexicon.categories import HELD, PEOPLE
from svod.extraction.lexicon.endings_kk import DATIVE, DATIVE_OF_THEIRS, GENITIVE, LOCATIVE, POSSESSIVE
from svod.extraction.lexicon.grammar import AND, IN_ALL, words
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.language.numbers import NumberMention, bounds_of
from svod.records import Bounds
from svod.records.bounds import ONE

TO_THEM = (*DATIVE, *DATIVE_OF_THEIRS)
WHICH_TIME = words("which_time")
NUMBER_OF, AMOUNTED = words("number_of") | IN_ALL, tuple(words("amounted_to"))
ATTRIBUTES = frozenset({"organiser.head", "partner", "place"})
CAME = frozenset({"held.attended", "held.attendance"})
EVERY, EACH = words("every_one"), 3  # words from "әр" to a number of each
OF_EACH = frozenset("b")  # the case of those of whom so many are told
GUESTS = frozenset({"partner", "reference.after"})  # "150 ғалым", "17 комиссия төрайымы"
AWARDED, BESIDE = tuple(words("awarded")), 3  # words from people to what they were given
HOMES = tuple(words("homes"))
LIKE = tuple(words("like_kk"))  # "адамдай"
REACHED = tuple(words("reached_in_all"))
TEAMS, ASKED = tuple(words("teams_kk")), tuple(words("asked_kk"))  # how the words begin
NO_PEOPLE = tuple(words("not_people"))  # how the words begin of other things that take part
SEPARATE = frozenset({",", "–", "—", "-"})
SHORTEST = 3  # letters of a word for people
ENDS = frozenset(".,;)\n")
BETWEEN = frozenset(" –—-:")


def is_somebody(frame: Frame, number: NumberMention) -> bool:
    """ "Бір қыз келді": the word for one says no more than that it was somebody."""
    return number.bounds == ONE and frame.text[number.start].isalpha() and frame.language_at(number.start) == "kk"


def named_before(frame: Frame, start: int, number: NumberMention) -> Mark | None:
    """The people named before their number: "Ата-ана саны – 72", "оқушылар мен мұғалімдер – барлығы 120"."""
    index = frame.word_index(number.start) - 1
    if index < 0 or frame.words.starts[index] < start or not _ends(frame, number):
        return None
    if frame.text[frame.words.end(index) : number.start] == " (":
        return _in_brackets(frame, index, number)
    if not BETWEEN.issuperset(frame.text[frame.words.end(index) : number.start]):
        return None
    if frame.words.words[index] in NUMBER_OF:
        index -= 1
    mark = frame.mark_at[index]
    if mark is None or mark.categories.isdisjoint(CAME | PEOPLE):
        return None
    if mark.categories & CAME or index < frame.word_index(number.start) - 1:
        return mark
    return mark if _came(frame, mark, number) else None


def _came(frame: Frame, people: Mark, number: NumberMention) -> bool:
    """ "Қатысқан педагог – 38", of whom a participle says that they came; "көрермен – 76", "қатысушы: 10"."""
    if "n" in people.meaning.cases_in(PEOPLE) and "held.attended" in frame.said_at(people.first - 1):
        is_of_all = "measure.participants" in people.categories  # "қамтылған адам – 25 мың" sums up
        return not (is_of_all and frame.words.words[people.first - 1].startswith(REACHED))
    is_parted = not frame.text[people.end : number.start].isspace()
    return is_parted and "n" in people.meaning.cases_in(PEOPLE) and "measure.groups" not in people.categories


def _in_brackets(frame: Frame, index: int, number: NumberMention) -> Mark | None:
    """ "Ата-аналар (120) қатысты": people in the plural, and how many they were."""
    at = frame.mark_at[index]
    if at is None or frame.text[number.end : number.end + 1] != ")":
        return None
    return at if "n" in at.meaning.cases("audience", "kk", "p") else None


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
    if number.bounds == ONE or frame.words.words[index].endswith(LOCATIVE):  # "бір сәтте тұрған"
        return None
    came = frame.words.gap(index + 1).isspace() and "held.attended" in frame.said_at(index + 1)
    if not came and not _after_attendance(frame, start, number):
        return None
    return frame.words.end(index)


def _past_attributes(frame: Frame, index: int) -> int:
    """ "17 комиссия төрайымы": the word behind the organisations and places that stand before it."""
    for _ in range(2):
        at = frame.mark_at[index]
        behind = at.last + 1 if at is not None and at.categories <= ATTRIBUTES else len(frame.words)
        if behind >= len(frame.words) or not _may_be_people(frame, behind):
            break
        if not frame.words.words[behind].endswith(POSSESSIVE) or not frame.words.gap(behind).isspace():
            break
        index = behind
    return index


def _may_be_people(frame: Frame, index: int) -> bool:
    at = frame.mark_at[index]
    return at is None or (at.categories <= GUESTS and at.last == index)


def _after_attendance(frame: Frame, start: int, number: NumberMention) -> bool:
    index = frame.word_index(number.start) - 1
    if index < 0 or frame.words.starts[index] < start:
        return False
    beside = BETWEEN.issuperset(frame.text[frame.words.end(index) : number.start])
    return beside and "held.attendance" in frame.said_at(index)


def of_several_houses(frame: Frame, index: int) -> Mark | None:
    """ "200 мектеп пен колледж оқушысы": the people of both, where a number stands before the first of them."""
    at = frame.mark_at[index]
    if at is None or "measure.organisations" not in at.categories:
        return None
    joint = at.last + 1
    if joint + 1 >= len(frame.words) or frame.words.words[joint] not in AND:
        return None
    people = frame.mark_at[joint + 1]
    if people is None or "audience" not in people.categories or people.first == people.last:
        return None
    return people if frame.words.gap(joint + 1).isspace() else None


def named_behind_the_last(frame: Frame, number: NumberMention) -> Mark | None:
    """ "Сағатқа 27, дәріске 41 оқушы қатысты": those who came to each are named once, behind the last number."""
    if frame.text[number.end : number.end + 1] != ",":
        return None
    index = frame.word_index(number.start) - 1
    at = frame.mark_at[index]
    is_of_one = frame.words.words[index] in WHICH_TIME  # "бірінде 24, екіншісінде 31 қыз болды"
    if not is_of_one and (at is None or "d" not in at.meaning.cases("kind", "kk")):
        return None
    for other in frame.numbers_in(number.end, frame.sentence_at(number.start).end):
        behind = frame.mark_at[frame.word_index(other.end)] if other.role == "quantity" else None
        if behind is not None and not behind.categories.isdisjoint(PEOPLE):
            return behind
    return None


def ends_an_item(frame: Frame, start: int, number: NumberMention) -> Mark | None:
    """ "Инспектормен кездесу, 9-11 сыныптар, 56": the people named before a number at the end of its line."""
    if frame.text[number.end : number.end + 2].strip(" .") and frame.text[number.end] != "\n":
        return None
    index = frame.word_index(number.start) - 1
    at = frame.mark_at[index] if frame.words.starts[index] >= start else None
    if at is None or frame.text[frame.words.end(index) : number.start].strip() not in SEPARATE:
        return None
    mark, said = at, frame.said(start, number.start)
    is_item = "kind" in said and said.isdisjoint(HELD)
    return mark if is_item and "n" in mark.meaning.cases("audience", "kk", "p") else None


def are_awarded(frame: Frame, number: NumberMention, people: Mark) -> bool:
    """ "12 оқушыға мақтау қағазы берілді": those who were given something are but some of those who came; "ойынға
    келген 18 әкеге естелік берілді" are all."""
    if people.meaning.language == "ru" or not frame.words.words[people.last].endswith(TO_THEM):
        return False
    if "held.attended" in frame.said_at(frame.word_index(number.start) - 1):
        return False
    behind = frame.words.words[people.last + 1 : people.last + 1 + BESIDE]
    return any(word.startswith(AWARDED) for word in behind)


def at_their_homes(frame: Frame, people: Mark) -> bool:
    """ "12 оқушының үйіне барды", "5 оқушының ісі қаралды": how many homes were seen, and not how many came."""
    behind = frame.words.words[people.last + 1 : people.last + 2]
    return bool(behind) and behind[0].startswith(HOMES) and frame.words.words[people.last].endswith(GENITIVE)


def of_each(frame: Frame, number: NumberMention, people: Mark) -> bool:
    """ "Әр сыныптан 5 оқушыдан қатысты": how many of each, and not how many came."""
    if people.meaning.cases("audience", "kk") != OF_EACH:
        return False
    index = frame.word_index(number.start)
    if "measure.each" in frame.said_at(index - 1):  # "5 кездесу, әр кездесуге 20 оқушыдан келді"
        return False
    return not EVERY.isdisjoint(frame.words.words[max(0, index - EACH) : index])


def bounds_with(frame: Frame, number: NumberMention, noun: int) -> Bounds:
    """ "50 адамдай келді": about fifty, as the ending of those who are counted tells; where their noun ends."""
    bounds = number.bounds
    if not bounds.is_exact or not frame.words.folded.endswith(LIKE, number.end, noun):
        return bounds
    if frame.language_at(number.start) != "kk":  # "80 людей"
        return bounds
    return bounds_of("about", bounds.least, bounds.least)


def of_groups(frame: Frame, number: NumberMention, people: Mark) -> Bounds | None:
    """ "5 адамнан 8 команда": all of them, so many of each group told right behind."""
    groups = frame.numbers_in(people.end, people.end + 2)
    if not groups or "b" not in people.meaning.cases_in(PEOPLE):
        return None
    is_group = frame.word_from(groups[0].end).startswith(TEAMS)
    return number.bounds * groups[0].bounds if is_group else None
