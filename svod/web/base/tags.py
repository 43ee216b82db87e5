"""Filters and tags that every template has."""

from typing import Any

from django import template
from django.utils.translation import get_language

from svod.language.bounds_text import printed
from svod.packs import Pack
from svod.records import Bounds

register = template.Library()


@register.filter
def bounds(value: Bounds | None) -> str:
    """ "не менее 301", "от 90 до 110", "45"; a dash where the text gives no number."""
    return "—" if value is None else printed(value, get_language() or "ru")


@register.simple_tag
def named(pack: Pack, what: str, code: str) -> str:
    """The name of a code: `{% named pack "kinds" activity.kind %}`; the code itself where the pack lost it."""
    language = get_language() or "ru"
    for term in getattr(pack, what):
        if term.code == code:
            return term.names.get(language, term.names["ru"])
    return code


@register.simple_tag
def region_name(pack: Pack, code: str) -> str:
    language = get_language() or "ru"
    return next((u.short.get(language, u.short["ru"]) for u in pack.geography.regions if u.code == code), code or "—")


@register.simple_tag(takes_context=True)
def query(context: Any, **changed: Any) -> str:
    """The page's address with some parameters changed; None takes one out."""
    parameters = context["request"].GET.copy()
    for name, value in changed.items():
        parameters.pop(name, None)
        if value is not None:
            parameters[name] = value
    return "?" + parameters.urlencode()
