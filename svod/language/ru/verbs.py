"""A Russian verb in the forms that tell what was done: "провести" -> "провёл", "проведена", "проведут"."""

from typing import NamedTuple

from svod.language.ru.words import readings


class Verb(NamedTuple):
    """The forms of a verb. `passive` holds short participles: "проведён", "проведена"; a reflexive has none.

    `future` holds the persons a report speaks in, "проведём", "проведёт", "проведут"; an imperfective verb has none.
    """

    past: tuple[str, ...]
    passive: tuple[str, ...]
    future: tuple[str, ...]


def conjugate(infinitive: str) -> Verb:
    """The forms of a verb given in the infinitive; words behind it stay: "вести приём" -> "вели приём"."""
    verb, _, after = infinitive.partition(" ")
    found = next((reading for reading in readings(verb) if reading.tag.POS == "INFN"), None)
    if found is None:
        return Verb((), (), ())
    past, passive, future = [], [], []
    for form in found.lexeme:
        tag, text = form.tag, f"{form.word} {after}".strip()
        if tag.POS == "VERB" and tag.tense == "past":
            past.append(text)
        elif tag.POS == "PRTS" and tag.tense == "past":
            passive.append(text)
        elif tag.POS == "VERB" and tag.tense == "futr" and _in_a_report(tag.person, tag.number):
            future.append(text)
    return Verb(*(tuple(dict.fromkeys(forms)) for forms in (past, passive, future)))


def is_infinitive(phrase: str) -> bool:
    """Whether the phrase begins with a verb in the infinitive."""
    verb = phrase.partition(" ")[0]
    return verb.endswith(("ть", "ти", "чь", "ться", "тись")) and readings(verb)[0].tag.POS == "INFN"


def _in_a_report(person: str, number: str) -> bool:
    return person == "3per" or (person == "1per" and number == "plur")
