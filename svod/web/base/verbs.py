"""What an operation is called where a person reads its history."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "add": _("added what the machine missed"),
    "add_organisation": _("added an organisation"),
    "answer": _("answered what was asked back"),
    "ask": _("asked back"),
    "attach": _("added a photo"),
    "confirm": _("confirmed"),
    "correct": _("corrected"),
    "export": _("took a table away"),
    "merge": _("joined with another telling"),
    "reject": _("rejected"),
    "reopen": _("reopened what was signed"),
    "set_aside": _("set aside what cannot be read"),
    "sign": _("signed"),
    "split": _("split"),
    "start_campaign": _("started the campaign"),
    "submit": _("handed in"),
    "tell": _("told by the form"),
    "tell_apart": _("told apart from another"),
    "undo": _("took a step back"),
    "unmerge": _("separated from another telling"),
}
