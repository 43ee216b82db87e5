"""An inflected form of a phrase, as every language's `inflect.forms` returns it."""

from dataclasses import dataclass
from typing import Literal

Number = Literal["sing", "plur", ""]


@dataclass(frozen=True, slots=True)
class Form:
    """`text` is the phrase in one form; `number` is "" where the form does not tell (indeclinables).

    `case` is the language's own code. Russian, as pymorphy3: nomn gent datv accs ablt loct. Kazakh: nom gen dat acc
    loc abl ins. English has none: "".
    """

    text: str
    number: Number
    case: str
