"""What the demonstration hands out and shows: a brochure in two languages with where its pieces went, and a picture."""

import json
from collections.abc import Mapping, Sequence
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from svod.packs import Pack
from svod.register.models import Campaign, Organisation, Person, Report, Role, Submission
from svod.register.services.hand_out import ask_pieces, give_out
from svod.register.services.illustrate import illustrate
from svod.register.services.photos import attach
from svod.register.services.supply import add_issue, add_material, grant, print_pieces, send

BROCHURE, DRAWING = (Path(__file__).with_name(f"demo_{name}.typ") for name in ("brochure", "drawing"))


def hand_out_brochures(campaign: Campaign, people: Mapping[str, Person], plan: Mapping[str, Any]) -> None:
    """The administrator's office prints, the coordinator's region gets what it asked for and gives a part of it out.

    A town below it has asked as well: that request still waits.
    """
    chief, coordinator, reporter = (people[role] for role in (Role.ADMINISTRATOR, Role.COORDINATOR, Role.REPORTER))
    told = {"kind": plan["kind"], "title": plan["title"], "about": plan["about"], "is_public": True}
    material = add_material(campaign, campaign.organisation, told, chief)
    issues = [
        add_issue(material, language, chief, _brochure(campaign.pack, language, words))
        for language, words in plan["words"].items()
    ]
    day = campaign.first_day - timedelta(days=14)
    for issue in issues:
        print_pieces(issue, plan["printed"], day, chief)
    region, town = (Organisation.objects.get(roles__person=one) for one in (coordinator, reporter))
    request = ask_pieces(issues[0], region, plan["asked"], plan["note"], coordinator)
    grant(request, plan["asked"], "", chief)
    send(request, plan["asked"], day + timedelta(days=3), "", chief)
    give_out(issues[0], region, plan["given_out"], campaign.first_day, "", coordinator)
    ask_pieces(issues[0], town, plan["more"], plan["why_more"], reporter)


def show_a_picture(report: Report, people: Mapping[str, Person], plan: Mapping[str, str]) -> None:
    """A drawing that came with a submission, chosen for the report. Nobody can be recognised in it."""
    submission = Submission.objects.get(campaign=report.campaign, name=plan["beside"])
    photo = attach(submission, _set(DRAWING, {"words": plan["words"]}, "png"), people[Role.REPORTER])
    illustrate(report, photo, plan["caption"], plan["consent"], people[Role.ADMINISTRATOR])


def _brochure(pack: Pack, language: str, words: Mapping[str, Any]) -> BytesIO:
    """Its contacts are the pack's, those that somebody checked: print cannot say that a number was never verified."""
    contacts = [(one.number, one.names[language]) for one in pack.contacts if one.checked_on]
    file = BytesIO(_set(BROCHURE, {**words, "language": language, "contacts": contacts}, "pdf"))
    file.name = words["file"]
    return file


def _set(template: Path, told: Mapping[str, str | Sequence[object]], form: str) -> bytes:
    import typst  # 60 MB of library, for the demonstration alone

    more: dict[str, Any] = {"pdf_standards": ["ua-1"]} if form == "pdf" else {"ppi": 90}
    given = {"data": json.dumps(told, ensure_ascii=False)}
    made = typst.compile(template.read_bytes(), format=form, ignore_system_fonts=True, sys_inputs=given, **more)
    return made if isinstance(made, bytes) else made[0]
