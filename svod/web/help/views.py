"""The guide, for everybody: who cannot sign in needs it first. It tells of the program, never of an installation."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.views.decorators.http import require_safe

from svod.language import LANGUAGES
from svod.web.help.book import PAGES, page, pages, reference, references
from svod.web.help.finding import find


@login_not_required
@require_safe
def in_own_language(request: HttpRequest, topic: str = "") -> HttpResponse:
    """To the page in the language that the reader has chosen."""
    language = translation.get_language()
    if topic and topic not in PAGES:
        raise Http404(topic)
    return redirect("help_page", language, topic) if topic else redirect("help", language)


@login_not_required
@require_safe
def contents(request: HttpRequest, language: str) -> HttpResponse:
    """What pages there are; with a question, the parts that answer it."""
    question = request.GET.get("q", "").strip()
    told = {
        "pages": pages(language),
        "references": references(),
        "question": question,
        "found": find(language, question),
    }
    return _in(language, request, "help/contents.html", **told)


@login_not_required
@require_safe
def show(request: HttpRequest, language: str, topic: str) -> HttpResponse:
    found = page(language, topic)
    if found is None:
        raise Http404(topic)
    return _in(language, request, "help/page.html", page=found, others=[one for one in LANGUAGES if one != language])


@login_not_required
@require_safe
def show_reference(request: HttpRequest, reference_name: str) -> HttpResponse:
    """The project's own docs; they are in English."""
    found = reference(reference_name)
    if found is None:
        raise Http404(reference_name)
    return _in("en", request, "help/page.html", page=found)


def _in(language: str, request: HttpRequest, template: str, **told: Any) -> HttpResponse:
    """The page as a whole in that language, whatever the reader's own is."""
    with translation.override(language):
        answer = render(request, template, {"language": language, **told})
    answer["Content-Language"] = language
    return answer
