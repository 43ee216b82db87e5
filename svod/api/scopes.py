"""What a token may do: each scope stands for actions of `svod.register.permissions`, which decides all the same."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

# Without reading nothing else is reached, so every token may read.
READ = "read"
SCOPES: dict[str, tuple[str, ...]] = {
    READ: ("see", "export"),
    "submit": ("submit", "answer", "plan", "survey", "hand_out"),
    "review": ("review", "comment", "undo"),
    "coordinate": ("report", "organise", "remind", "assign", "supply", "discard"),
    "sign": ("sign",),
    "publish": ("publish",),
    "people": ("invite",),
    "administer": ("campaign", "administer"),
}
NAMES = {
    READ: _("read: everything the person sees, and take tables away"),
    "submit": _("submit: reports, answers, plans, surveys, what was handed out"),
    "review": _("review: confirm, correct, reject, merge, split, comment, take back"),
    "coordinate": _("coordinate: reports, organisations, reminders, materials"),
    "sign": _("sign and reopen parts, sign versions of reports"),
    "publish": _("publish: the public page"),
    "people": _("people: invitations"),
    "administer": _("administer: campaigns, roles and accounts"),
}


def actions(scopes: Iterable[str]) -> frozenset[str]:
    return frozenset(action for scope in {READ, *scopes} for action in SCOPES.get(scope, ()))
