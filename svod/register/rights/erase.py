"""Erase somebody from everything that names them, history and frozen versions included. No number changes by it.

The files as they were handed in go too, for nothing can be made black in them; their texts stay, with the name black.
"""

from collections.abc import Callable
from dataclasses import astuple
from typing import Any

from django.core.files.storage import default_storage
from django.db import models, transaction
from django.utils import timezone

from svod.register.announce import announce
from svod.register.history import operation
from svod.register.models import (
    Activity,
    ActivityTable,
    Document,
    Edition,
    EditionFile,
    Erasure,
    Incoming,
    Person,
    PlanSheet,
    Publication,
    Submission,
)
from svod.register.models.fields import hash_of_text
from svod.register.rights.blank import blacked, through
from svod.register.rights.traces import STRUCTURES, WORDS, Sought, named, sought, strings, traces
from svod.register.signs import forget_erased


def look_for(words: str, reason: str, person: Person) -> Erasure:
    """Put it in the worker's queue: only there is the guard at hand."""
    from svod.register.tasks import find_traces

    asked = Erasure(words=words, reason=reason, asked_by=person)
    with operation("look_for_person", person, note=reason):
        asked.save()  # not as a deed: history would keep the words
        transaction.on_commit(lambda: find_traces.enqueue(asked.pk))
    return asked


def find_all(key: int) -> None:
    asked = Erasure.objects.filter(pk=key, state=Erasure.State.SEARCHING).first()
    if asked is None:
        return
    who = sought(asked.words)
    asked.keys = sorted(who.keys)
    asked.places = [list(astuple(one)) for one in traces(who)] if who.is_somebody else []
    asked.state = Erasure.State.FOUND if who.is_somebody else Erasure.State.NOBODY
    asked.save(update_fields=["keys", "places", "state"])


def begin_erasing(asked: Erasure, person: Person) -> None:
    from svod.register.tasks import erase_traces

    with operation("erase_person", person, note=asked.reason):
        if Erasure.objects.filter(pk=asked.pk, state=Erasure.State.FOUND).update(state=Erasure.State.ERASING):
            transaction.on_commit(lambda: erase_traces.enqueue(asked.pk))


def erase(key: int) -> None:
    """All or nothing of the database, then the files. Begun again after a crash, it finds what is left."""
    asked = Erasure.objects.filter(pk=key, state=Erasure.State.ERASING).first()
    if asked is None:
        return
    who = sought(asked.words)
    with transaction.atomic():
        done = sum(_black(who, WORDS, _blacken_text)) + sum(_black(who, STRUCTURES, _blacken_json))
        files = [*_files_of_documents(who, asked), *_files_of_messages(asked)]
        files += [*_files_of_versions(asked), *_files_of_tables(asked)]
        forget_erased()
        Erasure.objects.filter(pk=key).update(
            state=Erasure.State.DONE, words="", places=[], erased=models.F("erased") + done
        )
        announce("erased", asked)
    for place in files:
        default_storage.delete(place)


Blacken = Callable[[Any, Sought], Any]


def _black(who: Sought, where: dict[str, tuple[str, ...]], blacken: Blacken) -> list[int]:
    """How many columns were changed, row by row. Past `history`: what is erased must not stand there either."""
    done = []
    for row, column, _spans in named(who, where, lambda value: "\n".join(strings(value))):
        changed = {column: blacken(getattr(row, column), who)}
        type(row)._base_manager.filter(pk=row.pk).update(**changed)
        setattr(row, column, changed[column])
        if isinstance(row, Activity):
            type(row)._base_manager.filter(pk=row.pk).update(words=row.found_by())
        if isinstance(row, Document):
            Document.objects.filter(pk=row.pk).update(text_sha256=hash_of_text(row.text))
        done.append(1)
    return done


def _blacken_text(text: str, who: Sought) -> str:
    return blacked(text, who.spans(text))


def _blacken_json(value: Any, who: Sought) -> Any:
    return through(value, lambda text: _blacken_text(text, who))


def _files_of_documents(who: Sought, asked: Erasure) -> list[str]:
    """The handed-in files whose texts named them."""
    rows = [row for model, row, _column, _quote in asked.places if model == "Document"]
    named = Submission.objects.filter(documents__in=rows)
    again = _handed_in_again(set(Document.objects.filter(submission__in=named).values_list("pk", flat=True)))
    submissions = Submission.objects.filter(documents__in=[*rows, *again]).distinct()
    places = [one.file.name for one in submissions if one.file]
    Submission.objects.filter(pk__in=[one.pk for one in submissions]).update(file="")
    return [place for place in places if not Submission.objects.filter(file=place).exists()]


def _handed_in_again(documents: set[int]) -> list[int]:
    """Chats whose file holds what stands in those documents, though their own text leaves it out."""
    later = Document.objects.exclude(known={}).only("known")
    return [one.pk for one in later if any(run[4] in documents for run in one.known["runs"])]


def _files_of_messages(asked: Erasure) -> list[str]:
    """Those of messages held back whose words named them."""
    found = Incoming.objects.filter(pk__in=[row for model, row, *_ in asked.places if model == "Incoming"])
    places = set(found.values_list("file", flat=True)) - {""}
    found.update(file="")
    return sorted(places - set(Submission.objects.filter(file__in=places).values_list("file", flat=True)))


def _files_of_tables(asked: Erasure) -> list[str]:
    """Of tables whose rows named them, whether anything of those was taken over or not."""
    places: list[str] = []
    for model in (ActivityTable, PlanSheet):
        named = model._base_manager.filter(pk__in=[row for name, row, *_ in asked.places if name == model.__name__])
        places += named.exclude(file="").values_list("file", flat=True)
        named.update(file="")
    return [place for place in places if not Submission.objects.filter(file=place).exists()]


def _files_of_versions(asked: Erasure) -> list[str]:
    """The files of versions and public pages that named them. A version without its files holds no longer."""
    found = {name: [row for model, row, *_ in asked.places if model == name] for name in ("Edition", "Publication")}
    why = "Erased: a person."
    editions = Edition.objects.filter(pk__in=found["Edition"])
    files = EditionFile.objects.filter(edition__in=editions).exclude(file="")
    places = list(files.values_list("file", flat=True))
    files.update(file="")
    editions.filter(signed_at__isnull=False, withdrawn_at__isnull=True).update(
        withdrawn_at=timezone.now(), withdrawn_by=asked.asked_by, withdrawn_why=why
    )
    publications = Publication.objects.filter(pk__in=found["Publication"])
    places += [place for one in publications for place in one.files.values()]
    publications.update(files={}, taken_down_at=timezone.now(), taken_down_by=asked.asked_by, taken_down_why=why)
    return places
