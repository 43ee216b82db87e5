"""A Kazakh verb in the other forms that tell what its past tells, and in those that tell what is ahead."""

from typing import NamedTuple

PAST = ("ды", "ді", "ты", "ті")
FRONT = "і"  # a past that ends so is of a verb with front vowels
VOWELS = "аәеоөұүыіиу"
GLIDES, NASAL = "рлйу", "мнңзж"
DROPPED = "ыі"  # before "у": "оқы" -> "оқуда"
VOICED = {"қ": "ғ", "к": "г"}  # between vowels: "шықты" -> "шығып"
AUXILIARIES = ("еді", "екен", "болатын", "едік")
CAME_TO_NOTHING = ("деп едік", "деп еді", "деген едік", "дегенбіз", "деп хабарланған еді", "деп жоспарланған еді")


class Verb(NamedTuple):
    """The forms of a verb: those that tell wherever they stand, and those that do only at the end of a sentence.

    `converb`: "таратып", before another verb.

    "Семинарға 40 мұғалім қатысқан." tells; "семинарға қатысқан мұғалімдер" only says which ones. `ahead`: "таратады",
    "таратпақ". `ours_ahead`: what we are to do, "таратамыз"; nothing that others always do is told so. `meant`:
    "таратамыз деп едік", and it came to nothing.
    """

    converb: str
    anywhere: tuple[str, ...]
    at_the_end: tuple[str, ...]
    ahead: tuple[str, ...]
    ours_ahead: tuple[str, ...]
    meant: tuple[str, ...]


def conjugate(past: str) -> Verb:
    """The forms of a verb given in the past, third person; words before it stay: "кеңес берді" -> "кеңес беріпті"."""
    if not past.endswith(PAST):
        return Verb("", (), (), (), (), ())
    stem, front, hard = past[:-2], past.endswith(FRONT), past[-2] == "т"
    participle = stem + (("кен" if front else "қан") if hard else ("ген" if front else "ған"))
    converb = _converb(stem, front)
    anywhere = (
        past + ("к" if front else "қ"),  # we
        past + "м",  # I
        converb + ("ті" if front else "ты"),  # as is heard
        *(f"{participle} {auxiliary}" for auxiliary in AUXILIARIES),
    )
    at_the_end = (participle, participle + ("біз" if front else "быз"), _going_on(stem, front))
    present = _present(stem, front)
    intended = stem + _after(stem) + ("ек" if front else "ақ")
    theirs, ours = (present + ending for ending in (("ді", "міз") if front else ("ды", "мыз")))
    we_intend = intended + ("піз" if front else "пыз")
    ahead = (
        *(theirs, ours, intended, intended + ("ші" if front else "шы"), we_intend),
        f"{present}{'тін' if front else 'тын'} болады",
    )
    meant = tuple(f"{form} {saying}" for form in (theirs, ours) for saying in CAME_TO_NOTHING)
    return Verb(converb, anywhere, at_the_end, ahead, (ours, we_intend), meant)


def _present(stem: str, front: bool) -> str:
    """ "тарат" -> "тарата", "арала" -> "аралай", "оқы" -> "оқи" """
    if stem[-1] in DROPPED:
        return stem[:-1] + "и"
    return stem + "й" if stem[-1] in VOWELS else _voiced(stem) + ("е" if front else "а")


def _after(stem: str) -> str:
    """The first sound of "-мақ", "-пақ", "-бақ"."""
    if stem[-1] in NASAL:
        return "б"
    return "м" if stem[-1] in VOWELS + GLIDES else "п"


def _converb(stem: str, front: bool) -> str:
    """ "кездес" -> "кездесіп", "арала" -> "аралап", "шық" -> "шығып" """
    if stem[-1] in VOWELS:
        return stem + "п"
    return _voiced(stem) + ("іп" if front else "ып")


def _going_on(stem: str, front: bool) -> str:
    """ "таратуда", "оқуда": it is being done."""
    before = stem[:-1] if stem[-1] in DROPPED else _voiced(stem)
    return before + ("уде" if front else "уда")


def _voiced(stem: str) -> str:
    return stem[:-1] + VOICED.get(stem[-1], stem[-1])
