"""One mention that stands for several activities becomes several, each with the same evidence."""

from collections.abc import Sequence
from dataclasses import dataclass

from svod.records import Bounds
from svod.register.errors import ToldAgain
from svod.register.history import operation
from svod.register.models import Activity, Person, State
from svod.register.services.locks import ensure_rows_open

MOST_PARTS = 50  # "проведено 300 бесед" stays one row with its count


@dataclass(frozen=True)
class Part:
    """What a person says of one of them; no participants where the text does not share them out."""

    kind: str
    participants: Bounds | None = None
    title: str = ""


def split(activity: Activity, parts: Sequence[Part], person: Person) -> list[Activity]:
    """Make the activity the first part and add the others; each counts as one and is a draft to be checked.

    Raises ValueError for fewer than two parts or too many, ToldAgain where it is merged with others.
    """
    if not 2 <= len(parts) <= MOST_PARTS:
        raise ValueError(f"{len(parts)} parts")
    if activity.same_as_id or activity.told_again.exists():
        raise ToldAgain(row=activity)
    with operation("split", person, activity.campaign, activity.organisation, note=str(activity)) as deed:
        ensure_rows_open([activity])
        made = [_part(activity, part) for part in parts[1:]]
        deed.update(activity, **_columns(activity, parts[0]))
        for one in made:
            deed.create(one)
    return [activity, *made]


def _part(activity: Activity, part: Part) -> Activity:
    columns = (field.attname for field in Activity._meta.concrete_fields if field.name not in ("id", "version"))
    kept = {name: getattr(activity, name) for name in columns}
    return Activity(**{**kept, **_columns(activity, part)})


def _columns(activity: Activity, part: Part) -> dict[str, object]:
    participants = part.participants
    columns = {
        "kind": part.kind,
        "title": part.title or activity.title,
        "participants_least": participants.least if participants else None,
        "participants_most": participants.most if participants else None,
    }
    fields = {
        "kind": "kind",
        "title": "title",
        "participants_least": "participants",
        "participants_most": "participants",
    }
    changed = {fields[name] for name, value in columns.items() if getattr(activity, name) != value}
    return {
        **columns,
        "count_least": 1,
        "count_most": 1,
        "state": State.DRAFT,
        "decided_by_id": None,
        "decided_at": None,
        "number_reason": "",
        "origins": {**activity.origins, **dict.fromkeys(sorted(changed | {"count"}), "corrected")},
    }
