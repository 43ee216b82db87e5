"""The materials that are offered in public: of each language the newest version that has a file or a link."""

from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from django.db.models import QuerySet

from svod.register.models import Campaign, Issue, Material
from svod.register.published.clean import Cleaner


def offered(campaign: Campaign, cleaner: Cleaner) -> Iterator[dict[str, Any]]:
    """As JSON; none whose title must be kept back whole."""
    for material in _public(campaign):
        title = cleaner.text(0, "title", material.title, "ru")
        versions = [_version(issue) for issue in newest(material)]
        if title and versions:
            about = cleaner.text(0, "about", material.about, "ru") if material.about else ""
            yield {"kind": material.kind, "title": title, "about": about or "", "versions": versions}


def files_of(campaign: Campaign) -> dict[str, str]:
    """Public name -> where the file lies."""
    found = (issue for material in _public(campaign) for issue in newest(material) if issue.file)
    return {file_name(issue): issue.file.name for issue in found}


def newest(material: Material) -> list[Issue]:
    by_language: dict[str, Issue] = {}
    for issue in material.issues.order_by("language", "-number"):
        if issue.file or issue.link:
            by_language.setdefault(issue.language, issue)
    return list(by_language.values())


def file_name(issue: Issue) -> str:
    return f"material-{issue.pk}{PurePath(issue.name).suffix.lower()}"


def _version(issue: Issue) -> dict[str, Any]:
    file = file_name(issue) if issue.file else ""
    return {"language": issue.language, "number": issue.number, "file": file, "size": issue.size, "link": issue.link}


def _public(campaign: Campaign) -> QuerySet[Material]:
    """Those of the organisation that holds the campaign, whose page it is, and of those below it."""
    return Material.objects.filter(campaign=campaign, is_public=True).order_by("title", "pk")
