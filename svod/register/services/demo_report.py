"""The demonstration's consolidated report: a passage in own words, a recommendation, a picture, a signed version."""

from collections.abc import Mapping
from typing import Any

from svod.register.consolidated.told import told
from svod.register.models import Campaign, Person, Role
from svod.register.services.comment import comment
from svod.register.services.demo_handed_out import show_a_picture
from svod.register.services.freeze_report import freeze_report
from svod.register.services.make_edition import make
from svod.register.services.recommend import recommend
from svod.register.services.sign_edition import sign_edition
from svod.register.services.start_report import start_report
from svod.register.services.write_passage import write_passage


def show_a_report(
    campaign: Campaign, people: Mapping[str, Person], plan: Mapping[str, Any], picture: Mapping[str, str], address: str
) -> None:
    """Written and signed by the administrator; `address` is where the application is open."""
    chief = people[Role.ADMINISTRATOR]
    settings = {"language": "ru", "length": "full", "style": "official"}
    report = start_report(campaign, campaign.organisation, chief, **settings)
    passage = told(report).passage(plan["passage"])
    if passage:
        write_passage(report, passage.key, f"{plan['opening']} {passage.text}", chief)
    recommend(report, plan["recommendation"], chief, plan["who"])
    show_a_picture(report, people, picture)
    comment(report, plan["passage"], plan["comment"], people[Role.REVIEWER])
    edition = freeze_report(report, chief, lambda code: f"{address}verify/{code}/")
    make(edition)
    edition.refresh_from_db()
    sign_edition(edition, chief)
