"""How far an organisation's name goes in Kazakh: attributes stand before their head."""

from svod.extraction.lexicon.endings_kk import ACCUSATIVE, ATTRIBUTIVE, POSSESSIVE, VERBAL_NOUN
from svod.extraction.lexicon.grammar import AND, words
from svod.extraction.text.clause import Clause
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.language.fold import fold, fold_phrase
from svod.language.kk.latin import latin
from svod.records import Span

ENDS_A_NAME = frozenset({"kind", "title.marker", "partner.marker", "audience.marker", "organiser.marker"})
OBLIQUE = tuple(words("oblique_endings"))
_NO_PART = words("no_part_of_a_name")
NO_PART = _NO_PART.union(*map(latin, _NO_PART))
BRANCHES, APPROVING, RURAL = words("branches"), words("approving"), words("rural")
ABOUT = words("about_office")  # "әйелдер істері және отбасылық саясат жөніндегі комиссия"
AGAINST = fold("қарсы")
LONGEST_DATE = 40  # characters
LONGEST = 10  # words of one name
VERBS = ("held.", "planned.", "cancelled.", "goal.")
LIKE_OBJECTS = words("like_objects")
SETTLED = tuple(words("settled"))
QUALITY = tuple(words("quality_of_kk"))
LOANS = ("ика", "иалды", "оналды", "уралды")  # "экономика колледжі", "индустриалды колледжі"
QUALITIES = tuple(words("quality_endings")) + QUALITY  # "индустриалды", "аграрлы", "технологиялық"
SHORT = 4  # letters: "орта", "жаңа" are no locatives


def extent(frame: Frame, clause: Clause, head: Mark) -> Span:
    """The head with its attributes, which stand before it, their numbers and quotation marks included."""
    seen, first = frame.words, head.first
    while first > 0 and seen.starts[first - 1] >= clause.start and head.first - first < LONGEST:
        quote = frame.quote_around(seen.starts[first - 1])
        if not _goes_on(frame, head, first, quote is not None):
            break
        first = frame.word_index(quote.start) if quote is not None else _first_of_phrase(frame, first - 1)
    quote = frame.quote_around(seen.starts[first])
    start = quote.start if quote is not None and quote.end <= head.start else seen.starts[first]
    before = frame.text[max(clause.start, start - 2) : start]
    return Span(start - len(before) + before.index("№") if "№" in before else start, head.end)


def _first_of_phrase(frame: Frame, index: int) -> int:
    at = frame.mark_at[index]
    return at.first if at is not None else index


def _goes_on(frame: Frame, head: Mark, first: int, quoted: bool) -> bool:
    """Whether the word before that one still belongs to the name."""
    index = first - 1
    word, at = frame.words.words[index], frame.mark_at[index]
    if _parted(frame, first) or word in APPROVING:  # "«БЕКІТЕМІН» Көктал колледжінің кәсіподақ комитеті"
        return False
    if quoted or frame.words.is_initial(index) or _is_worked_on(frame, head, first):
        return True
    if word in AND and (_is_about(frame, head, first) or _are_for_whom(frame, head, first)):
        return True
    if word in AND and index > 0 and {frame.words.words[index - 1], frame.words.words[first]} <= BRANCHES:
        return True
    if word in NO_PART or _dated(frame, index):
        return False
    number = frame.number_at(frame.words.starts[index])
    if number is not None and number.role == "quantity" and frame.text[number.start].isdigit():  # "50-ден астам тұрғын"
        return False
    if word.isdigit():
        return "№" in frame.words.gap(index) or not frame.words.gap(first).isspace()
    if word.endswith(ATTRIBUTIVE) and (word.startswith(SETTLED) or "place" in frame.said_at(index)):
        return False  # "Көкшетау қаласындағы №3 мектеп": where it is
    joined = frame.words.words[first] in AND and _are_for_whom(frame, head, first + 1)
    if at is not None and _are_others(at, head) and not (joined or _is_theirs(frame, head, first)):
        return False
    return _is_attributive(frame, index) if at is None else _names(at, word)


def _is_worked_on(frame: Frame, head: Mark, first: int) -> bool:
    """ "Тілдерді дамыту басқармасы", "балаларды қолдау орталығы": what the house is for; not "күні Көкшетау"."""
    word, work = frame.words.words[first - 1], frame.words.words[first]
    if "place" in frame.said_at(first):
        return False
    return first < head.first and len(work) > SHORT and work.endswith(VERBAL_NOUN) and word.endswith(ACCUSATIVE)


def _are_for_whom(frame: Frame, head: Mark, first: int) -> bool:
    """ "Балалар мен жасөспірімдер шығармашылығы орталығы": both are those whose house it is."""
    around = [frame.mark_at[index] for index in (first - 2, first) if index >= 0]
    both = len(around) > 1 and all(at is not None and _are_people(at) for at in around)
    return both and _is_theirs(frame, head, first + 1)


def _is_theirs(frame: Frame, head: Mark, index: int) -> bool:
    """ "Шығармашылығы орталығы", "шығармашылық үйі" behind "балалар": an unknown word of theirs, before the head."""
    word = frame.words.words[index]
    is_long = len(word) > SHORT + 1 or _is_about(frame, head, index)  # "әйелдер ісі жөніндегі"
    is_own = word.endswith(POSSESSIVE) or word.endswith(QUALITY)
    return index < head.first and frame.mark_at[index] is None and is_own and is_long


def _is_about(frame: Frame, head: Mark, first: int) -> bool:
    """ "Әйелдер істері жөніндегі комиссия": whether a word between says what the head is about."""
    return not ABOUT.isdisjoint(frame.words.words[first : head.first])


def _are_people(mark: Mark) -> bool:
    return "n" in mark.meaning.cases("audience", "kk", "p") and "organiser.head" not in mark.categories


def _dated(frame: Frame, index: int) -> bool:
    """Whether the word belongs to a date."""
    start = frame.words.starts[index]
    return any(date.end > start for date in frame.dates_in(start - LONGEST_DATE, start + 1))


def _parted(frame: Frame, first: int) -> bool:
    """A sign of punctuation, other than quotation marks, "№" and an initial's full stop."""
    sign = frame.words.gap(first).strip(' "«»“”№')
    if sign == ".":
        before = frame.words.words[first - 1]
        return len(before) > 1 or before.isdigit()  # not "А. Байтұрсынов", but "3. Кітапхана"
    return sign != ""


def _is_attributive(frame: Frame, index: int) -> bool:
    """A word the lexicon does not know: no oblique case, unless it is a village's name."""
    word = frame.words.words[index]
    if "place.called" in frame.said_at(index + 1):
        return True
    if word in LIKE_OBJECTS or frame.words.words[index + 1] == AGAINST:  # "жемқорлыққа қарсы қызмет"
        return True
    if frame.words.words[index + 1] in RURAL and frame.words.is_capital(index):  # "Белоглинка ауылдық кітапханасы"
        return True
    return not (word.endswith(OBLIQUE) and len(word) > SHORT and not word.endswith(LOANS) and not _is_double(word))


def _is_double(word: str) -> bool:
    """ "Индустриалды-аграрлы колледжі": an adjective of two parts; no case stands so."""
    first, dash, last = word.partition("-")
    return bool(dash) and last.endswith(QUALITIES) and first.endswith(QUALITIES)


def _names(mark: Mark, word: str) -> bool:
    """Whether what the lexicon knows may be a part of a name."""
    if not mark.categories.isdisjoint(ENDS_A_NAME) or any(name.startswith(VERBS) for name in mark.categories):
        return False
    if "place" in mark.categories:
        return bool(_all_cases(mark) & set("ng")) or not word.endswith(OBLIQUE)
    return not word.endswith(OBLIQUE) or "n" in _all_cases(mark)  # "кітапхана"


def _are_others(mark: Mark, head: Mark) -> bool:
    """ "Студенттер полицияға барды", but "студенттер кеңесі": people belong to a head that is theirs."""
    return _are_people(mark) and not any(fold_phrase(entry.phrase).endswith(POSSESSIVE) for entry in head.entries)


def _all_cases(mark: Mark) -> set[str]:
    return {case for entry in mark.entries for case in entry.cases}
