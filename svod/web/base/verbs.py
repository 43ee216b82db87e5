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
    "excuse": _("excused from reporting"),
    "expect": _("put on the list of who is to report"),
    "export": _("took a table away"),
    "freeze_expected": _("fixed who is to report"),
    "merge": _("joined with another telling"),
    "reject": _("rejected"),
    "remind": _("reminded"),
    "reopen": _("reopened what was signed"),
    "rule_reminders": _("changed when reminders go"),
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
