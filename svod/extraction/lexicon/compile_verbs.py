"""Compiles the verbs of a lexicon: Russian ones given in the infinitive, Kazakh ones in the past."""

from collections.abc import Iterator, Mapping, Sequence

from svod.extraction.lexicon.categories import AHEAD, TO_DO
from svod.extraction.lexicon.pieces import WORD
from svod.language.fold import fold
from svod.language.kk.verbs import conjugate as conjugate_kk
from svod.language.ru.verbs import conjugate, is_infinitive

Inflected = tuple[str, str, str, str, str, str, str]  # form, category, code, number, case, phrase, language
AT_THE_END = "at the end "  # before the category of a form that has it only where its sentence ends
# What a verb's past, its passive and its future say, by the kind of verb; "" where that is not looked for.
SAID_BY = {
    "hold": ("held.object", "held.subject", "planned.verb"),
    "make": ("held.object", "held.subject", "planned.object"),
    "happen": ("held.subject", "", "planned.verb"),
    "work": ("held.subject", "", ""),
    "come": ("held.came", "", "planned.at"),
    "off": ("cancelled.word", "cancelled.word", "cancelled.word"),
    "discuss": ("", "", "planned.at"),
}
OURS = frozenset({"kind_verb", "held.joined"})  # "кездесеміз", "рейдке шығамыз"; "кездеседі" is what often happens
DONE = frozenset({"kind_verb", "kind_verb_object"})


def verbs(kinds: Mapping[str, Sequence[str]]) -> Iterator[Inflected]:
    """Russian verbs given in the infinitive: "провести" -> "провели", "проведена", "проведут"."""
    for kind, infinitives in kinds.items():
        for infinitive in infinitives:
            for category, forms in zip(SAID_BY[kind], conjugate(infinitive), strict=True):
                for form in forms if category else ():
                    yield normal(form), category, "", "", "", infinitive, "ru"


def conjugated(phrase: str, category: str, code: str) -> Iterator[Inflected]:
    """ "раздать" -> "раздали", "розданы", and what is to be done: "раздадим", "раздать"; else it is a full form."""
    verb = conjugate(phrase) if is_infinitive(phrase) else None
    for form in (phrase,) if verb is None else (*verb.past, *verb.passive):
        yield normal(form), category, code, "", "", phrase, "ru"
    if verb is None or category not in DONE:
        return
    for form in verb.future:
        yield normal(form), AHEAD, code, "", "", phrase, "ru"
    yield normal(phrase), TO_DO, code, "", "", phrase, "ru"


def conjugated_kk(phrase: str, category: str, code: str, *, ahead: bool, meant: bool) -> Iterator[Inflected]:
    """ "таратты" -> "тараттық", "таратыпты"; at the end of a sentence "таратқан", "таратуда"; `ahead` "таратпақ"; if
    `meant` "таратамыз деп едік".
    """
    verb = conjugate_kk(phrase)
    for form in (phrase, *verb.anywhere):
        yield form, category, code, "", "", phrase, "kk"
    if verb.converb and not category.startswith("held."):
        yield verb.converb, category, code, "", "", phrase, "kk"
    for form in verb.at_the_end:
        yield form, AT_THE_END + category, code, "", "", phrase, "kk"
    for form in verb.ahead if ahead else verb.ours_ahead if category in OURS else ():
        yield form, "planned.verb", "", "", "", phrase, "kk"
        if not category.startswith("held.") or category in OURS:
            yield form, category, code, "", "", phrase, "kk"
    for form in verb.meant if meant else ():
        yield form, "cancelled.word", "", "", "", phrase, "kk"


def normal(phrase: str) -> str:
    """The phrase as the table's key: folded words joined by one space."""
    return " ".join(WORD.findall(fold(phrase)))
