"""Kazakh names in their cases: one suffix on the last word, by vowel harmony and the last sound."""

FRONT, BACK = "әеёиіөүэ", "аоұуыюя"
VOWELS = FRONT + BACK
SUFFIXES = {  # after a vowel; after р, л, й, у; after м, н, ң; after з, ж; after any other consonant
    "gen": ("нIң", "дIң", "нIң", "дIң", "тIң"),
    "dat": ("гA", "гA", "гA", "гA", "кA"),
    "acc": ("нI", "дI", "дI", "дI", "тI"),
    "loc": ("дA", "дA", "дA", "дA", "тA"),
    "abl": ("дAн", "дAн", "нAн", "дAн", "тAн"),
    "ins": ("мен", "мен", "мен", "бен", "пен"),
}


def in_case(name: str, case: str, possessed: bool = False) -> str:
    """The name in the case; `possessed` for those in -ұлы, -қызы, whose suffix stands after a possessive."""
    if case == "nom":
        return name
    front = _front(name)
    if possessed and case in ("dat", "acc", "loc", "abl"):
        suffix = {"dat": "нA", "acc": "н", "loc": "ндA", "abl": "нAн"}[case]
    else:
        suffix = SUFFIXES[case][_sound(name[-1])]
    written = suffix.replace("A", "е" if front else "а").replace("I", "і" if front else "ы")
    if case == "dat" and not front:
        written = written.replace("г", "ғ").replace("к", "қ")
    return name + written


def _front(name: str) -> bool:
    vowels = [letter for letter in name.lower() if letter in VOWELS]
    return bool(vowels) and vowels[-1] in FRONT


def _sound(letter: str) -> int:
    groups = (VOWELS.replace("у", ""), "рлйу", "мнң", "зж")
    return next((index for index, group in enumerate(groups) if letter.lower() in group), 4)
