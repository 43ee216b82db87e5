"""Files of a survey: its posters, and its results as a table, as they may be told."""

import csv
from collections.abc import Iterator
from io import StringIO

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language, gettext as _
from django.views.decorators.http import require_safe

from svod.records import EVERYBODY
from svod.register.history import operation
from svod.register.models import Survey
from svod.register.permissions import needed
from svod.register.surveys import from_json
from svod.web.activities.exports import BYTE_ORDER_MARK
from svod.web.surveys.doors import hung_up_or_404, survey_or_404


@require_safe
def poster(request: HttpRequest, slug: str, pk: int, language: str) -> FileResponse:
    """While it is open: who prints it later hangs up an address that leads nowhere."""
    survey = hung_up_or_404(request, slug, pk)
    place = survey.posters.get(language) if survey.state == "open" else None
    if place is None or not default_storage.exists(place):
        raise Http404
    name = f"{survey.code}-{survey.wave}-{language}.pdf"
    return FileResponse(default_storage.open(place), content_type="application/pdf", filename=name)


@require_safe
def table(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Each number that may be told; a hidden one is empty. Who took it is on record."""
    survey = survey_or_404(request, slug, pk)
    needed(request.user, "export", survey.organisation)
    if survey.state != "closed":
        raise Http404
    name = f"{survey.code}-{survey.wave}.csv"
    with operation("export", request.user, survey.campaign, survey.organisation, note=name):
        pass  # a deed that changes no row
    out = StringIO(BYTE_ORDER_MARK)
    out.seek(0, 2)
    writer = csv.writer(out, delimiter="," if get_language() == "en" else ";")
    writer.writerow([_("Question"), _("Answer"), _("Group"), _("Number"), _("Answered the question")])
    writer.writerows(_rows(survey, get_language() or "ru"))
    answer = HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _rows(survey: Survey, language: str) -> Iterator[tuple[str | int, ...]]:
    asked, count = survey.asked, from_json(survey.results)
    if asked is None:
        return
    groups = {EVERYBODY: _("All groups"), **{one.code: one.names[language] for one in asked.groups}}
    for question in asked.questions:
        for choice in question.choices:
            for group, named in groups.items():
                found = count.chosen.get((question.code, choice.code, group))
                if found is not None:
                    number = found.least if found.is_exact else ""
                    answered = count.answered[question.code, group]
                    yield question.text[language], choice.names[language], named, number, answered
