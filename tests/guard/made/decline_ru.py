"""Russian names in their cases, by the last letters: enough for the lists of names_ru.toml."""

ENDINGS = ("nom", "gen", "dat", "acc", "ins", "loc")
FLEETING = {"Павел": "Павл", "Пётр": "Петр"}
HUSHING = "жчшщц"
NO_HARD_I = "гкхжчшщ"


def first(name: str, case: str, female: bool) -> str:
    if case == "nom":
        return name
    if name == "Любовь":
        return {"acc": "Любовь", "ins": "Любовью"}.get(case, "Любови")
    last = name[-1]
    if last == "ь" and female:
        return {"acc": name, "ins": name + "ю"}.get(case, name[:-1] + "и")
    if last in "ая":
        return _in_a(name, case)
    if last in "йь":
        prepositional = "и" if name.endswith("ий") else "е"
        return name[:-1] + _pick(case, "я", "ю", "я", "ем", prepositional)
    if female or last in "ыуиео":
        return name
    stem = FLEETING.get(name, name)
    return stem + _pick(case, "а", "у", "а", "ем" if last in HUSHING else "ом", "е")


def patronymic(stem: str, case: str, female: bool) -> str:
    if female:
        return stem + "н" + _pick(case, "ы", "е", "у", "ой", "е", nom="а")
    return stem + "ич" + _pick(case, "а", "у", "а", "ем", "е")


def surname(name: str, case: str, female: bool) -> str:
    if name.endswith(("ов", "ев", "ёв", "ин")):
        if female:
            return name + _pick(case, "ой", "ой", "у", "ой", "ой", nom="а")
        return name + _pick(case, "а", "у", "а", "ым", "е")
    if name.endswith(("ский", "цкий")):
        if female:
            return name[:-2] + _pick(case, "ой", "ой", "ую", "ой", "ой", nom="ая")
        return name[:-2] + _pick(case, "ого", "ому", "ого", "им", "ом", nom="ий")
    if female or name.endswith(("о", "х", "и")):
        return name
    if name.endswith(("ь", "й")):
        return name[:-1] + _pick(case, "я", "ю", "я", "ем", "е", nom=name[-1])
    return name + _pick(case, "а", "у", "а", "ом", "е")


def _pick(case: str, gen: str, dat: str, acc: str, ins: str, loc: str, nom: str = "") -> str:
    return dict(zip(ENDINGS, (nom, gen, dat, acc, ins, loc), strict=True))[case]


def _in_a(name: str, case: str) -> str:
    stem, soft = name[:-1], name[-1] == "я"
    if soft:
        dative = "и" if stem.endswith("и") else "е"
        return stem + _pick(case, "и", dative, "ю", "ей", dative)
    instrumental = "ей" if stem[-1] in HUSHING else "ой"
    return stem + _pick(case, "и" if stem[-1] in NO_HARD_I else "ы", "е", "у", instrumental, "е")
