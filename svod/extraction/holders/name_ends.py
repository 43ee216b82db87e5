"""Where an organisation's name ends: each rule looks at the word that may go on with it."""

from svod.extraction.lexicon.grammar import AND, CAMPAIGNS, is_adjective, is_finite, words
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark

OTHER_PARTS = frozenset(
    {
        "kind",
        "partner.marker",
        "audience.marker",
        "title.marker",
        "reference.preposition",
        "reference.manner",
        "online.word",
    }
)
AFTER_PLACE = words("after_place")
HONOURS = words("honours")
GENITIVES = tuple(words("genitive_endings"))
PUNCTUATION = frozenset(",;:()[]\n|")
SETTLEMENTS, SHORT_FORM = words("settlements"), 3  # "с.", "пос."
SHORT = 5  # letters: "Новой" is no surname
SURNAMES = tuple(words("surname_endings"))  # of those that look like adjectives
GOES_ON, IN_CHARGE_OF = words("name_goes_on"), words("in_charge_of")
FAR = 4  # words from "по" to what a report was of
CLASSES, SHORT_CLASS = tuple(words("of_a_school")), "кл"
TIMES, DETERMINERS = words("times"), words("determiners")
BODIES = frozenset({"partner", "organiser.head"})
VERBS = ("held.", "planned.", "cancelled.", "goal.", "kind_verb", "partner.speech")


def _punctuated(frame: Frame, index: int) -> bool:
    """A comma, a bracket, a dash."""
    gap = frame.words.gap(index)
    return gap != " " and (not PUNCTUATION.isdisjoint(gap) or " – " in gap or " — " in gap)


def _dated(frame: Frame, index: int) -> bool:
    """ "центр гигиены 1 июня устроил" """
    return bool(frame.dates_in(frame.words.starts[index], frame.words.end(index)))


def is_verb(frame: Frame, index: int) -> bool:
    at = frame.mark_at[index]
    return at is not None and any(category.startswith(VERBS) for category in at.categories)


def _begins_another_part(frame: Frame, index: int) -> bool:
    """A kind, a marker or a preposition begins something else; "по", "при", "имени" go on with a name."""
    at = frame.mark_at[index]
    if at is None or frame.words.is_initial(index) or _calls_a_settlement(frame, index):
        return False
    if frame.words.words[index] in IN_CHARGE_OF and any(
        word.startswith(CAMPAIGNS) for word in frame.words.words[index + 1 : index + FAR]
    ):
        return True  # "отчёт профкома по 16-дневной кампании"
    if frame.words.words[index] in GOES_ON and at.last == index:  # not "при поддержке"
        return False
    if frame.words.words[index - 1] in IN_CHARGE_OF:
        return False  # "отдел по воспитательной работе"
    return not at.categories.isdisjoint(OTHER_PARTS)


def _calls_a_settlement(frame: Frame, index: int) -> bool:
    """ "Школа с. Заречное": a settlement's short form, with its full stop and its name."""
    word, end = frame.words.words[index], frame.words.end(index)
    named = index + 1 < len(frame.words) and frame.words.is_capital(index + 1)
    return len(word) <= SHORT_FORM and word in SETTLEMENTS and frame.text.startswith(".", end) and named


def _personal(frame: Frame, index: int) -> bool:
    """ "психолог школы Айгуль Сериковна": who it was is nobody's business; "имени Абая", "МВД", a town go on."""
    word = frame.text[frame.words.starts[index] : frame.words.end(index)]
    if word.lower() == "no" and index + 1 < len(frame.words) and frame.words.words[index + 1].isdigit():
        return False  # "school No. 5"
    if frame.mark_at[index] is not None or not word[:1].isupper() or (word.isupper() and len(word) > 1):
        return False
    before = index - 1
    while before > 0 and frame.words.is_initial(before):
        before -= 1
    if frame.words.words[before] in HONOURS:  # "имени академика З. Алдамжара"
        before -= 1
    if frame.words.words[before] in AFTER_PLACE or _calls_a_settlement(frame, before):
        return False
    seen = frame.words.words[index]
    return not is_adjective(seen) or (len(seen) > SHORT and seen.endswith(SURNAMES))  # "библиотекой Сериковой"


def _unconnected(frame: Frame, index: int) -> bool:
    """A word that is neither known nor ends like a genitive, a number or a name; "библиотека дважды провела"."""
    word = frame.words.words[index]
    if word in TIMES or word in DETERMINERS:  # "библиотека дважды", "в библиотеке всю неделю"
        return True
    if frame.mark_at[index] is not None or word in GOES_ON or word.isdigit() or frame.words.is_capital(index):
        return False
    if frame.words.words[index - 1] in IN_CHARGE_OF:
        return False  # "отдел по защите прав"
    if index > 1 and frame.words.words[index - 2] in IN_CHARGE_OF and is_adjective(frame.words.words[index - 1]):
        return False  # "суд по административным правонарушениям"
    return not word.endswith(GENITIVES) or is_finite(word)


def _somebody_else(frame: Frame, index: int) -> bool:
    """ "В школе № 3 инспектор разъяснил", "в доме культуры департамент провёл": no genitive goes on with it."""
    at = frame.mark_at[index]
    if at is not None and _is_capitals(frame, index - 1) and _are_those_there(at):
        return True
    if at is None or _is_capitals(frame, index - 1) or _is_capitals(frame, index):  # "КГУ школа № 3", "профком КГУ"
        return False
    cases = at.meaning.cases_in(BODIES)
    return "n" in cases and "g" not in cases


def _are_those_there(mark: Mark) -> bool:
    """ "В Панфиловской СШ ученики вышли": who did it there, in the nominative of many; a short form has one for all."""
    people = [entry for entry in mark.entries if entry.category == "audience"]
    return bool(people) and all(
        entry.number == "p" and "n" in entry.cases and "g" not in entry.cases for entry in people
    )


def _is_capitals(frame: Frame, index: int) -> bool:
    if not frame.words.is_capital(index):
        return False
    word = frame.text[frame.words.starts[index] : frame.words.end(index)]
    return word.isupper() and len(word) > 1


def _numbering(frame: Frame, index: int) -> bool:
    """ "3) стенд в поликлинике 4) беседы": the number of what comes next."""
    return frame.words.words[index].isdigit() and frame.text.startswith(")", frame.words.end(index))


def _of_classes(frame: Frame, index: int) -> bool:
    """ "Классные руководители 1–4 классов": the numbers of classes."""
    words, behind = frame.words.words, index + 1
    while behind < len(words) and words[behind].isdigit():
        behind += 1
    if not words[index].isdigit() or behind >= len(words):
        return False
    return words[behind] == SHORT_CLASS or words[behind].startswith(CLASSES)


def _another_body(frame: Frame, index: int) -> bool:
    """ "Профкома студентов и Центра исследований", "академии и городского департамента": a body behind "и"."""
    words = frame.words
    if words.words[index] not in AND or index + 1 >= len(words):
        return False
    behind = index + 1
    while behind + 1 < len(words) and is_adjective(words.words[behind]) and frame.mark_at[behind] is None:
        behind += 1
    at = frame.mark_at[behind]
    if at is None or "organiser.head" not in at.categories:
        return False
    return words.is_capital(index + 1) or all(
        entry.number == "s" for entry in at.entries if entry.category == "organiser.head"
    )


def ends_name(frame: Frame, index: int) -> bool:
    """Whether the word goes on with no name before it."""
    return (
        _punctuated(frame, index)
        or _another_body(frame, index)
        or _numbering(frame, index)
        or _of_classes(frame, index)
        or _somebody_else(frame, index)
        or _dated(frame, index)
        or is_verb(frame, index)
        or _begins_another_part(frame, index)
        or _personal(frame, index)
        or _unconnected(frame, index)
    )
