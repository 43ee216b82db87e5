"""Russian, as the report speaks it."""

from collections.abc import Sequence

from svod.narration.facts import Count, Item, Statement
from svod.narration.grammar import Grammar, Place
from svod.narration.quotes import quoted
from svod.narration.ru import words as russian
from svod.narration.ru.clause import clause
from svod.narration.ru.clauses import grouped
from svod.narration.ru.items import agreement_of, deeds_done, summed_up
from svod.narration.ru.organisers import Named, head_of, named
from svod.narration.ru.words import (
    AND,
    agreement,
    counts_as,
    declined,
    enumerated,
    numbered,
    numbered_genitive,
    numbered_in,
    plural,
)
from svod.narration.runs import Words, listed, number, phrase, words
from svod.narration.statements import by_deed
from svod.packs.pack import Unit
from svod.records import Bounds, Period


class Russian(Grammar):
    __slots__ = ()

    def quoted(self, title: str) -> str:
        return quoted(title)

    def day(self, period: Period, *, with_year: bool) -> str:
        return russian.day(period, with_year=with_year)

    def listed(self, parts: Sequence[Words]) -> Words:
        return listed(parts, AND)

    def plural(self, noun: str) -> str:
        return plural(noun)

    def numbered(self, value: Bounds, noun: str) -> tuple[str, str]:
        return numbered(value, noun)

    def of_all(self, number: int, noun: str) -> str:
        return numbered_genitive(Bounds.exactly(number), noun)[1]

    def within(self, count: Count, noun: str, country: str) -> Words:
        """ "в 13 регионах Казахстана", "в 21 регионе Казахстана"."""
        digits, form = numbered_in(count.value, noun)
        return phrase(words("в"), number(digits, count.source), words(f"{form} {declined(country, 'gent')}"))

    def held(self, count: Count) -> Words:
        """ "проведено не менее 201 мероприятия", "проведён 21 тренинг"."""
        unit = self.phrases.text("totals", "unit")
        return phrase(words(self.phrases.verb("held", counts_as(count.value, unit))), self.with_noun(count, unit))

    def addressed(self, audience: str) -> str:
        return plural(self.phrases.noun("audiences", audience), "datv")

    def where(self, unit: Unit) -> str:
        return russian.in_region(unit)

    def in_place(self, place: str) -> str:
        is_bare = not (self.phrases.knows_place(place) or russian.says_what_it_is(place))
        said = None if is_bare else russian.in_place(place)
        return said or self.text("statement", "in_place").format(place=place)

    def phrases_and_verbs(self, items: Sequence[Item]) -> tuple[int, int]:
        verbs = [verb for _, verb, _ in grouped(items, self.phrases)]
        return len(verbs), len(set(verbs))

    def in_company(self, statement: Statement) -> str:
        guests = enumerated([plural(self.phrases.noun("partners", code), "gent") for code in statement.guests])
        return self.text("statement", "guests").format(guests=guests)

    def by(self, statement: Statement, place: Place) -> str:
        """In the instrumental."""
        organiser = statement.organiser or ""
        by = self._named(statement).by
        if self.says_the_same(statement, place):
            return self._the_same(organiser if by else "", place.goes_on or place.same_day(statement))
        return by

    def _the_same(self, organiser: str, briefly: bool) -> str:
        """ "Этой же организацией" in a new sentence, "ею же" within one; "им же" after who is named beside."""
        form, head = agreement(organiser) if organiser else "masc", head_of(organiser)
        if not briefly and head in self.phrases.texts("organiser", "again"):
            again = self.phrases.agreeing("statement", "same_organiser_named", form)
            return again.format(organiser=declined(head, "ablt"))
        return self.phrases.agreeing("statement", "same_organiser", form)

    def says_the_same(self, statement: Statement, place: Place) -> bool:
        """Also after ", организатор — Қалалық ұйым"."""
        return place.same_organiser(statement) and self._named(statement) != Named()

    def tells_the_place(self, statement: Statement, place: Place) -> bool:
        """ "27 ноября им же": nobody would say "там же им же"."""
        return bool(statement.date) and self.says_the_same(statement, place)

    def _named(self, statement: Statement) -> Named:
        return named(statement.organiser, self.phrases.proper) if statement.organiser else Named()

    def clause(self, statement: Statement, setting: str, place: Place, *, is_one_of_many: bool) -> Words:
        guests = self.guests_by_verb(statement, place)
        return clause(statement, setting, place, self.phrases, guests=guests, is_one_of_many=is_one_of_many)

    def summed_up(self, items: Sequence[Item], *, planned: bool) -> Words:
        """ "проведены лекции (не менее 30), беседы (12) и опрос, открыта горячая линия"."""
        clauses = []
        for verb, alike in by_deed(items, self.phrases, planned=planned):
            said = [summed_up(item, self.phrases) for item in alike]
            form = words(self.phrases.verb(verb, agreement_of(said)))
            clauses.append(phrase(form, listed([one.said for one in said], AND)))
        return phrase(*clauses, glue=", ")

    def handed_out(self, materials: Sequence[str]) -> str:
        return deeds_done(materials, self.phrases)
