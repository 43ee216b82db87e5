"""Texts that tell of somebody who was hurt, or name somebody: whoever sent them is told how to write instead, and where
help is. It stops nothing: a report that was sent is received."""

from django.utils.translation import gettext as _

from svod.packs import Pack
from svod.register.care import care_for
from svod.telegram.reply import Reply
from svod.telegram.words import help_contacts


def warning(text: str, pack: Pack) -> Reply | None:
    """None where there is nothing to think about. What was found is not said again: others may read along."""
    care = care_for(text, pack)
    if care is None:
        return None
    if not care.cases:
        return Reply(
            _("What you sent seems to name people. For a report numbers are enough: please leave names out next time.")
        )
    lines = [
        _("What you sent seems to tell what happened to somebody. Those alone who check your report see it."),
        _("For a report a number is enough: please write no names and nothing by which a person can be recognised."),
        _("Where help is:"),
        help_contacts(pack.contacts),
    ]
    return Reply("\n".join(lines))
