"""Filters and tags that every template has."""

from datetime import date
from typing import Any

from babel.dates import format_date
from django import template
from django.urls import reverse
from django.utils.translation import get_language, gettext, gettext_lazy as _

from svod.language.bounds_text import printed
from svod.language.fold import fold
from svod.narration.quotes import quoted
from svod.packs import Pack, PackError
from svod.packs.pack import Names
from svod.reading import message
from svod.records import Bounds, Problem
from svod.register.models import Campaign
from svod.register.services.publish import shown
from svod.web.base.qr import opens_here_only
from svod.web.base.verbs import VERBS
from svod.web.help.here import help_address

FINDS = {
    "name": _("a person's name"),
    "official": _("a name, in office"),
    "iin": _("identity number"),
    "phone": _("telephone"),
    "email": _("e-mail"),
    "handle": _("account"),
    "address": _("address"),
    "card": _("bank card"),
    "iban": _("bank account"),
    "case": _("case number"),
    "plate": _("number plate"),
    "passport": _("passport"),
    "birth": _("day of birth"),
    "story": _("a case of violence"),
    "refuge": _("a place of refuge"),
}
STEM = 5  # letters: what the forms of a word share

register = template.Library()


@register.filter
def bounds(value: Bounds | None) -> str:
    """ "не менее 301", "от 90 до 110", "45"; a dash where the text gives no number. "Не менее 0" says nothing."""
    if value == Bounds(0, None):
        return gettext("not named")
    return "—" if value is None else printed(value, get_language() or "ru")


register.filter(opens_here_only)


@register.filter
def written(day: date, pattern: str) -> str:
    """A day by a pattern of Unicode: Django writes Kazakh months and weekdays with a capital, Kazakh does not."""
    return str(format_date(day, pattern, locale=get_language() or "ru"))


@register.filter
def said(problem: Problem) -> str:
    """What the core found wrong with a submission, and what to do, in the person's language."""
    return message(problem, get_language() or "ru")


@register.filter
def verb(name: str) -> str:
    """ "confirmed" for the operation "confirm"; its own name where nobody gave it words."""
    return str(VERBS.get(name, name))


@register.filter
def in_language(names: Names, language: str) -> str:
    """What a pack says in several languages: Russian where it lacks this one, nothing where it says nothing."""
    return names.get(language) or names.get("ru", "")


@register.filter
def own_name(language: str) -> str:
    """A language as those who speak it call it; Django has "Қазақ", which is a person."""
    return {"ru": "Русский", "kk": "Қазақша", "en": "English"}.get(language, language)


@register.simple_tag(takes_context=True)
def review_address(context: Any, row: Any) -> str:
    """Where an activity or a reported total is reviewed: the page of its submission, at its card."""
    address = reverse("submission", args=(context["campaign"].slug, row.document.submission_id))
    return f"{address}#{'a' if row._meta.model_name == 'activity' else 't'}{row.pk}"


@register.simple_tag
def named(pack: Pack, what: str, code: str) -> str:
    """The name of a code: `{% named pack "kinds" activity.kind %}`; the code itself where the pack lost it."""
    language = get_language() or "ru"
    for term in getattr(pack, what):
        if term.code == code:
            return term.names.get(language, term.names["ru"])
    return code


@register.simple_tag
def activity_name(pack: Pack, row: Any) -> str:
    """What one calls an activity: "круглый стол «Дом без страха»"; a title that says its kind already stands alone:
    "Уроки доброты", "Областная конференция «Семья»"."""
    kind = named(pack, "kinds", row.kind)
    if not row.title:
        return kind
    says_its_kind = any(word.startswith(fold(kind)[:STEM]) for word in fold(row.title).split())
    return row.title if says_its_kind or (pack.has_rest and row.kind == pack.rest) else f"{kind} {quoted(row.title)}"


@register.filter
def planned_name(planned: Any) -> str:
    return activity_name(planned.plan.campaign.pack, planned)


@register.simple_tag
def region_name(pack: Pack, code: str) -> str:
    language = get_language() or "ru"
    return next((u.short.get(language, u.short["ru"]) for u in pack.geography.regions if u.code == code), code or "—")


@register.simple_tag
def unit_name(pack: Pack, code: str) -> str:
    """The name of a region, a district or a town."""
    language = get_language() or "ru"
    return next((u.names.get(language, u.names["ru"]) for u in pack.geography.units if u.code == code), code)


@register.simple_tag(takes_context=True)
def query(context: Any, **changed: Any) -> str:
    """The page's address with some parameters changed; None takes one out."""
    parameters = context["request"].GET.copy()
    for name, value in changed.items():
        parameters.pop(name, None)
        if value is not None:
            parameters[name] = value
    return "?" + parameters.urlencode()


@register.simple_tag(takes_context=True)
def public_address(context: Any, name: str, *more: object, language: str = "") -> str:
    """An address of the public page that is drawn: of the same file, in the same language."""
    address: str = context["site"].address(name, *more, language=language)
    return address


@register.simple_tag
def public_pages() -> list[Campaign]:
    """The campaigns that have a public page now: whoever came to the wrong door finds it."""
    return [one for one in Campaign.objects.all() if shown(one) and _has_pack(one)]


def _has_pack(campaign: Campaign) -> bool:
    """Whether the campaign's pack is there: who mends one that is gone must be able to sign in."""
    try:
        return bool(campaign.pack)
    except PackError:
        return False


@register.simple_tag(takes_context=True)
def help_here(context: Any) -> str:
    """The part of the guide that is about the page that is drawn, in the reader's language."""
    return help_address(get_language() or "ru", context["request"].resolver_match)


@register.filter
def find_kind(kind: str) -> str:
    """What the guard found, in words."""
    return str(FINDS.get(kind, kind))


@register.filter
def article(code: str) -> str:
    """ "C190:10(b)" as people write it."""
    instrument, _colon, number = code.partition(":")
    if instrument == "C190":
        return gettext("Convention 190, article %(number)s") % {"number": number}
    return gettext("Recommendation 206, paragraph %(number)s") % {"number": number}
