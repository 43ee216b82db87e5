"""A made-up register of any size for benchmarks: a federation, what it handed in, what was read and decided.

Rows are written many at a time. Texts are a few hundred that submissions share: the size lies in the rows. Titles,
days, kinds, audiences and states are spread unevenly, as in real registers. Some activities are told again by the
district or the region, some name nothing of their own, some reports sum up.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cache, cached_property, lru_cache
from itertools import count, islice
from random import Random
from time import perf_counter
from typing import Any

NOUNS = "дом слово права закон шаг мир голос помощь семья выбор доверие детство"
QUALITIES = (
    "без страха|рядом с нами|лечит|для каждого|сильнее насилия|начинается со школы|в каждой семье|против молчания"
)
OPENINGS = "В школе прошёл|В лицее состоялся|В колледже проведён|В гимназии организован|Для района подготовлен"
PEOPLE = "для родителей и педагогов|для учащихся старших классов|с участием инспектора полиции|вместе с психологом"
AUDIENCES = ("pupils", "parents", "teachers", "students", "women", "union_members")
BATCH = 5_000
SENTENCES = 5  # of a text, each of which tells an activity
TEXTS = 400


@dataclass(frozen=True, slots=True)
class Size:
    organisations: int
    submissions: int
    activities: int

    @classmethod
    def of(cls, activities: int) -> "Size":
        """A federation that holds so many: 20,000 organisations hand in 200,000 submissions of a million."""
        return cls(max(60, activities // 50), max(20, activities // 5), activities)


class Maker:
    """Draws the same register for the same size."""

    def __init__(self, size: Size) -> None:
        self.size, self.draw = size, Random(7)
        self._heads: dict[str, list[dict[str, Any]]] = {}

    def fill(self) -> None:
        _without_triggers()  # what they keep is made at once afterwards
        self.campaign, self.tops = self._federation()
        self.people = self._people()
        self._submissions()
        self._activities()
        self._beside()
        _take_up()

    def _federation(self) -> tuple[Any, list[Any]]:
        from svod.register.models import Level, Organisation
        from svod.register.services.organise import add_organisation
        from svod.register.services.start_campaign import start_campaign

        national = add_organisation(None, None, name="Республиканский комитет", level=Level.NATIONAL)
        campaign = start_campaign("sixteen_days", 2025, national, None)
        regions = campaign.pack.geography.regions
        districts = max(1, self.size.organisations // (100 * len(regions)))
        schools = max(1, self.size.organisations // (districts * len(regions)) - 1)
        rows, root = [], national.path
        for place, unit in enumerate(regions):
            top = f"{root}{place + 1:04}"
            rows.append(_node(top, f"{unit.names['ru']}: областная организация", "region", unit.code, districts))
            for number in range(districts):
                below = f"{top}{number + 1:04}"
                rows.append(_node(below, f"Район {place}-{number}", "district", unit.code, schools))
                rows += (
                    _node(f"{below}{one + 1:04}", f"Школа {number}-{one}", "primary", unit.code)
                    for one in range(schools)
                )
        Organisation.objects.bulk_create(rows, batch_size=BATCH)
        Organisation.objects.filter(pk=national.pk).update(numchild=len(regions))
        return campaign, [national, *Organisation.objects.filter(depth__lte=3).order_by("path")[1:]]

    def _people(self) -> dict[str, Any]:
        from svod.register.models import Organisation, Person, RoleAt

        places = {
            "national": self.campaign.organisation,
            "regional": self.tops[1],
            "district": next(one for one in self.tops if one.depth == 3),
            "school": Organisation.objects.filter(level="primary").order_by("path").first(),
        }
        found = {name: Person.objects.create_user(name, f"{name}@example.org", "a long password") for name in places}
        for name, person in found.items():
            RoleAt.objects.create(person=person, organisation=places[name], role="coordinator")
        return found

    def _submissions(self) -> None:
        from svod.register.models import Document, Organisation, Submission

        places = list(Organisation.objects.filter(depth__gt=1).order_by("path"))
        silent = set(self.draw.sample(range(len(places)), len(places) // 10))
        weights = [0 if place in silent else self.draw.paretovariate(1.5) for place in range(len(places))]
        teller = self.draw.choices(places, weights, k=self.size.submissions)
        self.documents = [(number + 1, one) for number, one in enumerate(teller)]
        _written(Submission, (self._submission(key, one) for key, one in self.documents))
        _written(Document, (self._document(key) for key, _ in self.documents))

    def _submission(self, key: int, organisation: Any) -> dict[str, Any]:
        return {
            "id": key,
            "campaign_id": self.campaign.pk,
            "organisation_id": organisation.pk,
            "name": f"отчёт {key}.docx",
            "sha256": f"{key:064x}",
            "size": 20_000,
            "state": "unreadable" if self.draw.random() < 0.005 else "read",
            "received_at": self._received(key),
            "read_at": self._moment,
            "compared": True,
        }

    def _document(self, key: int) -> dict[str, Any]:
        text = "".join(self._texts[key % TEXTS])
        named = {"submission_id": key, "source": f"отчёт {key}.docx", "format": "docx", "language": "ru"}
        return {"id": key, "position": 0, "text": text, "text_sha256": _hashed(text), **named}

    def _received(self, key: int) -> datetime:
        """Over the weeks in which reports come, a twentieth of them late."""
        last = datetime.combine(self.campaign.report_by, time(12), self._moment.tzinfo)
        return last - timedelta(days=18 - key * 20 // (self.size.submissions + 1))

    def _activities(self) -> None:
        from svod.register.models import Activity

        _written(Activity, (self._activity(number) for number in range(self.size.activities)))

    def _activity(self, number: int) -> dict[str, Any]:
        draw = self.draw
        key, organisation = self.documents[number * len(self.documents) // self.size.activities]
        place = number % SENTENCES
        start = sum(map(len, self._texts[key % TEXTS][:place]))
        nameless = draw.random() < 0.08
        title = "" if nameless or draw.random() < 0.3 else self._titles[int(draw.paretovariate(0.7)) % 96]
        day = None if nameless or draw.random() < 0.2 else self._days[min(15, int(draw.expovariate(0.15)))]
        state = draw.choices(("confirmed", "draft", "rejected"), (60, 35, 5))[0]
        kind = self._kinds[min(len(self._kinds) - 1, int(draw.expovariate(0.12)))]
        town = self._towns[(organisation.pk * 7) % len(self._towns)] if draw.random() < 0.5 else ""
        row = {
            "id": number + 1,
            "campaign_id": self.campaign.pk,
            "organisation_id": organisation.pk,
            "document_id": key,
            "start": start,
            "end": start + 40,
            "kind": kind,
            "title": title,
            "state": state,
            **(self._decided if state != "draft" else {}),
            "first_day": day,
            "last_day": day,
            "region": organisation.unit,
            "place": town,
            **self._people_came(nameless),
            "audience": tuple(draw.sample(AUDIENCES, draw.choices((0, 1, 2), (3, 5, 2))[0])),
            "partners": ("police",) if draw.random() < 0.1 else (),
            "materials": ("brochure",) if draw.random() < 0.05 else (),
            "online": draw.random() < 0.05,
            "planned": draw.random() < 0.02,
            "count_most": None if draw.random() < 0.05 else 1,
            "confidence": round(draw.betavariate(8, 1.5), 3),
            "words": self._words(self._texts[key % TEXTS][place], self._named[kind], title, town),
        }
        return self._told_again(row) if number % 20 == 0 else row

    @cached_property
    def _decided(self) -> dict[str, Any]:
        return {"decided_by_id": self.people["national"].pk, "decided_at": self._moment}

    def _people_came(self, nameless: bool) -> dict[str, Any]:
        least = None if nameless else self.draw.choice((None, 20, 25, 30, 45, 60, 90, 120, 301))
        return {"participants_least": least, "participants_most": least if least != 301 else None}

    def _told_again(self, row: dict[str, Any]) -> dict[str, Any]:
        """One in twenty tells again what its region told before; a few of those give another number of people."""
        before = self._heads.setdefault(row["region"], [])
        if self.draw.random() < 0.05 or not before:
            before.append(row)
            return row
        head = self.draw.choice(before)
        alike = ("kind", "title", "first_day", "last_day")
        people = ("participants_least", "participants_most") if self.draw.random() < 0.98 else ()
        return {**row, **{name: head[name] for name in (*alike, *people)}, "same_as_id": head["id"]}

    def _words(self, *texts: str) -> str:
        """As the column holds what `words_of` finds in them."""
        return f" {' '.join(sorted(set().union(*map(_words_of, texts))))} "

    def _beside(self) -> None:
        from svod.register.models import Operation, ReportedTotal, Resemblance

        draw, many = self.draw, self.size.activities
        _written(ReportedTotal, (self._total(key, one) for key, one in self.documents[::5]))
        pairs = sorted({(one, one + 1 + draw.randrange(9)) for one in draw.sample(range(1, many - 10), many // 500)})
        _written(Resemblance, ({"one_id": one, "other_id": other, "score": 4.0} for one, other in pairs))
        told = {"verb": "confirm", "campaign_id": self.campaign.pk, "person_id": self.people["national"].pk}
        _written(Operation, ({**told, "organisation_id": one.pk, "at": self._moment} for _, one in self.documents))

    def _total(self, key: int, organisation: Any) -> dict[str, Any]:
        measure = self.draw.choice(("activities", "participants"))
        least = self.draw.randrange(5, 15) * (1 if measure == "activities" else 40)
        return {
            "campaign_id": self.campaign.pk,
            "organisation_id": organisation.pk,
            "document_id": key,
            "start": 0,
            "end": 40,
            "measure": measure,
            "region": organisation.unit,
            "value_least": least,
        }

    @cached_property
    def _texts(self) -> list[list[str]]:
        named = list(self._named.values())
        openings, people = OPENINGS.split("|"), PEOPLE.split("|")
        return [
            [
                f"{self.draw.choice(openings)} {self.draw.choice(named)} «{self.draw.choice(self._titles)}» "
                f"{self.draw.choice(people)}, участвовали {self.draw.randrange(10, 300)} человек. "
                for _ in range(SENTENCES)
            ]
            for _ in range(TEXTS)
        ]

    @cached_property
    def _titles(self) -> list[str]:
        return [f"{noun.capitalize()} {quality}" for noun in NOUNS.split() for quality in QUALITIES.split("|")]

    @cached_property
    def _named(self) -> dict[str, str]:
        return {term.code: term.names["ru"] for term in self.campaign.pack.kinds}

    @cached_property
    def _kinds(self) -> list[str]:
        return list(self._named)

    @cached_property
    def _towns(self) -> list[str]:
        return [unit.names["ru"] for unit in self.campaign.pack.geography.units if unit.kind in ("town", "village")]

    @cached_property
    def _days(self) -> list[Any]:
        return [self.campaign.first_day + timedelta(days=number) for number in range(16)]

    @cached_property
    def _moment(self) -> datetime:
        from django.utils import timezone

        return timezone.now()


def _node(path: str, name: str, level: str, unit: str, below: int = 0) -> Any:
    from svod.register.models import Organisation

    return Organisation(path=path, depth=len(path) // 4, numchild=below, name=name, level=level, unit=unit)


def _written(model: Any, rows: Iterable[dict[str, Any]]) -> None:
    """Past Django's models, which are ten times as slow: each column of a row, or else its default."""
    from django.db import connection, transaction

    fields = model._meta.concrete_fields

    known = lru_cache(maxsize=100_000)(lambda field, value: field.get_db_prep_save(value, connection))

    def prepared(field: Any, value: Any) -> Any:
        return value if value.__class__ in (str, int, float) else known(field, value)

    usual = {one.attname: one.get_db_prep_save(one.get_default(), connection) for one in fields}
    keys = count(1_000)  # a few rows are there already
    rows = (row if "id" in row else {"id": next(keys), **row} for row in rows)
    lines = (
        [prepared(one, row[one.attname]) if one.attname in row else usual[one.attname] for one in fields]
        for row in rows
    )
    names = ", ".join(f'"{one.column}"' for one in fields)
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            gaps = ", ".join("%s" for _ in fields)
            while some := list(islice(lines, BATCH)):
                into = f"INSERT INTO {model._meta.db_table} ({names}) VALUES ({gaps})"  # noqa: S608 # names of columns
                cursor.executemany(into, some)
        else:
            with cursor.copy(f"COPY {model._meta.db_table} ({names}) FROM STDIN") as copy:
                for line in lines:
                    copy.write_row(line)


@cache
def _words_of(text: str) -> frozenset[str]:
    from svod.register.search import words_of

    return frozenset(words_of([text], "ru"))


@lru_cache
def _hashed(text: str) -> str:
    from svod.register.models.fields import hash_of_text

    return hash_of_text(text)


def _without_triggers() -> None:
    from django.db import connection

    from svod.register import signs
    from svod.register.totals import touched
    from svod.register.triggers import ensure

    for kept in (signs, touched):
        ensure(connection, kept.PREFIX, {})
    if connection.vendor == "postgresql":  # whose index of signs is taken for whole where it is there
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE IF EXISTS register_signs")


def _take_up() -> None:
    """Keys were given by hand: PostgreSQL's next ones come after them. Both learn what the tables hold."""
    from django.apps import apps
    from django.core.management.color import no_style
    from django.db import connection

    from svod.register import signs
    from svod.register.sqlite.sizes import learn_sizes
    from svod.register.totals import touched

    with connection.cursor() as cursor:
        for line in connection.ops.sequence_reset_sql(no_style(), list(apps.get_app_config("register").get_models())):
            cursor.execute(line)
    began = perf_counter()
    signs.set_up()
    print(f"index of signs made in {perf_counter() - began:.0f} s")
    touched.set_up()
    learn_sizes()
    if connection.vendor == "postgresql":  # which does so within minutes
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
