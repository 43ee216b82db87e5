"""Compiles a lexicon: inflects the pack's and the languages' phrases and tabulates every form with its meanings."""

import marshal
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any, TypedDict

from svod.extraction.lexicon.compile_verbs import AT_THE_END, Inflected, conjugated, conjugated_kk, normal, verbs
from svod.extraction.lexicon.grammar import DATA
from svod.extraction.lexicon.meaning import ONE_OF_MANY
from svod.extraction.lexicon.numbered import Gathered, Meanings, add, begun, by_length
from svod.extraction.lexicon.pieces import WORD
from svod.language import LANGUAGES
from svod.language.forms import Number
from svod.language.kk.inflect import CASES as CASES_KK, inflect as kazakh
from svod.language.kk.latin import latin
from svod.language.kk.letters import is_kazakh
from svod.packs import Geography, Pack

NOUNS = frozenset({"kind", "kind_formless", "kind_online", "kind_in", "audience", "partner", "material"})
# The categories whose phrases are declined; the others hold full forms.
DECLINED = (
    NOUNS
    | {"organiser.head", "place.called", "title.owner"}
    | {f"measure.{code}" for code in ("activities", "participants", "materials", "organisations", "groups")}
)
INITIALS = re.compile(r"\b(?:[А-ЯЁ]\.)+\s?(?=[А-ЯЁ])")  # "С." of "имени С. Торайгырова"
ADJECTIVE = ("ий", "ый", "ой")
DISTRICT, DISTRICT_KK = " район", " ауданы"
OTHER_GENDERS = (("школа", "ая"), ("управление", "ое"), ("школы", "ие"))  # than that of "район"
DISTRICT_ENDINGS = {"ая": "ая", "ое": "ое", "ие": "ые"}
# The categories whose Russian infinitives stand for their past and their passive.
CONJUGATED = frozenset({"kind_verb", "kind_verb_weak", "kind_verb_object"})
# The Kazakh categories whose pasts stand for other forms, too: "өткізді" for "өткізіпті".
TOLD = {f"held.{key}" for key in ("subject", "object", "joined", "light", "watched", "attended", "carried_out")}
BELONGING = "reference.belonging"  # nouns that follow what they belong to in the possessive: "байқаудың қонақтары"
FORMS_KK = CONJUGATED | TOLD | {BELONGING}
NUMBERS: tuple[Number, ...] = ("sing", "plur")
AHEAD = {"held.subject", "held.object", "kind_verb_object"}  # those whose present tells what is still to come
MEANT = AHEAD | {"held.joined", "kind_verb"}  # of which "… деп едік" says that it came to nothing
# Cases that matter to the extractor, one letter each, so that an entry's cases are a short string.
CASES = {
    "nomn": "n",
    "gent": "g",
    "datv": "d",
    "accs": "a",
    "ablt": "i",
    "loct": "l",
    "": "n",  # Russian
    "nom": "n",
    "gen": "g",
    "dat": "d",
    "acc": "a",
    "ins": "i",
    "loc": "l",
    "abl": "b",  # Kazakh
}


class Table(TypedDict):
    """A compiled lexicon as it is kept on disk: plain lists, tuples and numbers.

    `entries` are fields of Entry; `meanings` tuples of indexes into them; `words` and `phrases` map a folded form, of
    one word or of several, to the index of its meaning; `latin` are both of Kazakh in Latin letters, by `marshal`, for
    few texts need them;
    `at_the_end` a meaning to that of the same form where its sentence ends, if it is another one there;
    `begun` the first word of phrases, then the second, to their lengths in words, longest first.
    """

    entries: list[tuple[str, ...]]
    meanings: list[tuple[int, ...]]
    at_the_end: dict[int, int]
    words: dict[str, int]
    phrases: dict[str, int]
    latin: bytes
    begun: dict[str, dict[str, tuple[int, ...]]]


def compile_table(pack: Pack) -> Table:
    """Inflect every phrase. A form that means the same in several cases is one entry with all its cases."""
    forms, in_latin = Gathered({}, {}), Gathered({}, {})
    for form, category, code, number, case, phrase, language in _inflected(pack):
        meant = (category.removeprefix(AT_THE_END), code, number, phrase, language)
        at_the_end = category.startswith(AT_THE_END)
        add(forms[at_the_end], normal(form), meant, case)
        if language == "kk":
            for spelling in latin(" ".join(WORD.findall(form))):
                add(in_latin[at_the_end], spelling, meant, case)
    meanings = Meanings(DECLINED)
    words, phrases = by_length(meanings.numbered(forms))
    latin_words, latin_phrases = by_length(meanings.numbered(in_latin))
    return {
        "entries": list(meanings.entries),
        "meanings": [of_form for of_form, _ in meanings.all],
        "at_the_end": {number: end for number, (_, end) in enumerate(meanings.all) if end is not None},
        "words": words,
        "phrases": phrases,
        "latin": marshal.dumps((latin_words, latin_phrases)),
        "begun": begun((*phrases, *latin_phrases)),
    }


def _inflected(pack: Pack) -> Iterator[Inflected]:
    for language in LANGUAGES:
        kept, not_kept = pack.lexicon.get(language, {}), pack.not_kept.get(language, {})
        for category, codes in (*kept.items(), *not_kept.items()):
            if category in ("implied", "campaign"):  # beginnings of words, not phrases to look for
                continue
            for code, phrases in codes.items():
                for phrase in phrases:
                    yield from _forms_of(phrase, category, code, language)
        for section, keys in events(language).items():
            if section == "verbs":
                yield from verbs(keys)
                continue
            for key, phrases in keys.items():
                for phrase in phrases:
                    yield from _forms_of(phrase, f"{section}.{key}", "", language)
    yield from _places(pack.geography)
    yield from _institutions(pack.geography)


@cache
def events(language: str) -> dict[str, Any]:
    """How the language says that something was held, planned, called off: `events.toml` of its folder."""
    path = DATA / language / "events.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def _forms_of(phrase: str, category: str, code: str, language: str) -> Iterator[Inflected]:
    if category in CONJUGATED and language == "ru":
        yield from conjugated(phrase, category, code)
        return
    if language == "kk" and category in FORMS_KK:
        yield from _forms_kk(phrase, category, code)
        return
    if category not in DECLINED:
        yield phrase, category, code, "", "", phrase, language
        return
    declined = inflector(language)(phrase)
    is_one = category == "kind" and all(form.number == "plur" for form in declined)
    if language == "ru" and " " in phrase:  # "два правовых часа"
        from svod.language.ru.inflect import counted

        for case in "na":
            yield normal(counted(2, phrase)), category, code, ONE_OF_MANY if is_one else "p", case, phrase, language
    for form in declined:
        for text in {form.text, form.text.replace("-", " ")}:
            number = ONE_OF_MANY if is_one else form.number[:1]
            yield text, category, code, number, CASES.get(form.case, ""), phrase, language


def _forms_kk(phrase: str, category: str, code: str) -> Iterator[Inflected]:
    """Of a verb, and of what belongs to an activity: "қонағы", "қонақтарына"."""
    if category == BELONGING:
        for form in {kazakh(phrase, case, number, "third") for case in CASES_KK for number in NUMBERS}:
            yield form, "reference.after", code, "", "", phrase, "kk"
        return
    held = events("kk")["held"]
    ahead = category in AHEAD and phrase not in (*held["light"], *held["lasting"])
    for spelt in {phrase, phrase.replace("-", " ")}:  # "ата-аналарды жинады", "ата аналарды жинады"
        yield from conjugated_kk(spelt, category, code, ahead=ahead, meant=category in MEANT)


def _places(geography: Geography) -> Iterator[Inflected]:
    for unit in geography.units:
        for language, name in unit.names.items():
            yield from _place_forms(name, unit.code, language)
            if name.endswith(DISTRICT_KK):  # "Ерейментау ауд."
                yield f"{name.removesuffix(DISTRICT_KK)} ауд", "place", unit.code, "s", "n", name, language
        for language, name in unit.short.items():
            yield from _place_forms(name, unit.code, language)
        for name in (unit.names["ru"], *unit.other):
            if name.endswith(f"ский{DISTRICT}"):
                yield from _district_forms(name, unit.code)
        for name in unit.other:
            for language in ("ru", "kk") if _is_common_noun(name) else ("kk" if is_kazakh(name) else "ru",):
                yield from _place_forms(name, unit.code, language)


def _institutions(geography: Geography) -> Iterator[Inflected]:
    """Each is an organisation and tells its region: "университета им. Торайгырова", "ПГУ имени С. Торайгырова"."""
    for region, names in geography.institutions.items():
        for name in names:
            language = "kk" if " имени " not in name and is_kazakh(name) else "ru"
            for text, case in _institution_forms(name, language):
                yield text, "place", region, "s", case, name, language
                yield text, "organiser.head", "", "s", case, name, language


def _institution_forms(name: str, language: str) -> Iterator[tuple[str, str]]:
    """The spellings of a name in every case: "им." for "имени", and without initials; abbreviations keep one form."""
    for spelling in {name, INITIALS.sub("", name)}:
        for full in {spelling, spelling.replace(" имени ", " им. ")}:
            if full.split(" ")[0][:2].isupper() or full.split(" ")[0][-1].isupper():
                yield from ((normal(full), case) for case in "ngdail")
            else:
                yield from ((normal(form.text), CASES.get(form.case, "")) for form in inflector(language)(full))


def _is_common_noun(name: str) -> bool:
    """ "столица", "елорда": written small, and no adjective such as "костанайский"."""
    return name[:1].islower() and " " not in name and not name.endswith(ADJECTIVE)


def _place_forms(name: str, code: str, language: str) -> Iterator[Inflected]:
    yield name, "place", code, "s", "n", name, language
    if language == "ru" and name[:1].islower() and " " not in name and not _is_common_noun(name):
        yield from _adjective_forms(name, code)
        return
    for form in inflector(language)(name):
        if form.number != "plur" or _is_common_noun(name):  # "шымкентцы"
            yield form.text, "place", code, "s", CASES.get(form.case, ""), name, language


def _adjective_forms(adjective: str, code: str) -> Iterator[Inflected]:
    """ "костанайский" in every gender and number, as it agrees with a noun of each."""
    for noun, ending in (("район", "ий"), *OTHER_GENDERS):
        yield from _agreeing(f"{adjective[:-2]}{ending} {noun}", adjective, code)


def _district_forms(name: str, code: str) -> Iterator[Inflected]:
    """ "Аулиекольская районная", as its offices are called; "Аулиекольский" is a form of the name."""
    short = name.removesuffix(DISTRICT)
    for noun, ending in OTHER_GENDERS:
        yield from _agreeing(f"{short[:-2]}{ending} районн{DISTRICT_ENDINGS[ending]} {noun}", short.lower(), code)


def _agreeing(with_noun: str, phrase: str, code: str) -> Iterator[Inflected]:
    """The adjectives before that noun in all its cases."""
    for form in inflector("ru")(with_noun):
        text = normal(form.text.rsplit(" ", 1)[0])
        yield text, "place", code, form.number[:1], CASES.get(form.case, ""), phrase, "ru"


def inflector(language: str) -> Any:
    """The language's `forms(phrase)`; imported here because inflecting is needed only where nothing is cached."""
    return import_module(f"svod.language.{language}.inflect").forms
