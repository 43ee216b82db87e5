"""English, as the report speaks it."""

from collections.abc import Sequence

from svod.language.en.inflect import plural
from svod.narration.en import words as english
from svod.narration.en.clauses import clause, grouped
from svod.narration.en.items import agreement_of, deeds_done, summed_up
from svod.narration.en.words import CYRILLIC, enumerated, listed, numbered
from svod.narration.facts import Count, Item, Statement
from svod.narration.grammar import Grammar, Place
from svod.narration.quotes import CURLY, quoted
from svod.narration.runs import Words, listed as joined, number, phrase, words
from svod.narration.statements import by_deed
from svod.packs.pack import Unit
from svod.records import Bounds, Period
from svod.records.bounds import ONE


class English(Grammar):
    __slots__ = ()

    def quoted(self, title: str) -> str:
        return quoted(title, CURLY)

    def day(self, period: Period, *, with_year: bool) -> str:
        return english.day(period, with_year=with_year)

    def listed(self, parts: Sequence[Words]) -> Words:
        return listed(parts)

    def plural(self, noun: str) -> str:
        return plural(noun)

    def numbered(self, value: Bounds, noun: str) -> tuple[str, str]:
        return numbered(value, noun)

    def of_all(self, number: int, noun: str) -> str:
        return plural(noun) if number != 1 else noun

    def within(self, count: Count, noun: str, country: str) -> Words:
        """ "in 13 regions of Kazakhstan"."""
        digits, form = numbered(count.value, noun)
        return phrase(words("in"), number(digits, count.source), words(f"{form} of {country}"))

    def held(self, count: Count) -> Words:
        """ "at least 201 activities were held"."""
        one = count.value == ONE
        verb = self.phrases.verb("held", "sing" if one else "plur")
        return phrase(self.with_noun(count, self.text("totals", "unit")), words(verb))

    def addressed(self, audience: str) -> str:
        return self.group(audience)

    def where(self, unit: Unit) -> str:
        return f"in {unit.names['en']}"

    def in_place(self, place: str) -> str:
        return f"in {place}" if self.phrases.knows_place(place) else f"in the settlement of {place}"

    def phrases_and_verbs(self, items: Sequence[Item]) -> tuple[int, int]:
        verbs = [verb for _, verb, _ in grouped(items, self.phrases)]
        return len(verbs), len(set(verbs))

    def in_company(self, statement: Statement) -> str:
        guests = enumerated([self.guests(code) for code in statement.guests])
        return self.text("statement", "guests").format(guests=guests)

    def by(self, statement: Statement, place: Place) -> str:
        """An organiser is the subject of its clause, never a part of the setting."""
        return ""

    def says_the_same(self, statement: Statement, place: Place) -> bool:
        return place.same_organiser(statement) and not place.planned

    def clause(self, statement: Statement, setting: str, place: Place, *, is_one_of_many: bool) -> Words:
        organiser = statement.organiser or ""
        again = self.says_the_same(statement, place)
        is_subject = again or (bool(organiser) and not CYRILLIC.search(organiser) and not place.planned)
        by = (self.text("statement", "same_organiser") if again else organiser) if is_subject else ""
        beside = ""
        if organiser and not is_subject:
            beside = self.text("statement", "organiser_beside").format(organiser=organiser)
        return clause(
            statement,
            setting,
            place,
            self.phrases,
            by=by,
            beside=beside,
            guests=self.guests_by_verb(statement, place),
            is_one_of_many=is_one_of_many,
        )

    def summed_up(self, items: Sequence[Item], *, planned: bool) -> Words:
        """ "lectures (at least 30) and talks (12) were held, and a hotline was opened"."""
        clauses = []
        for verb, alike in by_deed(items, self.phrases, planned=planned):
            said = [summed_up(item, self.phrases) for item in alike]
            form = words(self.phrases.verb(verb, agreement_of(said)))
            clauses.append(phrase(listed([one.said for one in said]), form))
        return joined(clauses, self.text("statement", "and_clause"))

    def handed_out(self, materials: Sequence[str]) -> str:
        return enumerated(deeds_done(materials, self.phrases))
