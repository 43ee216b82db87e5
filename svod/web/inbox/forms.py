"""What is handed in, and what the list shows."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from svod.web.inbox.choices import Choices, One, OrganisationField

OPEN = _("several organisations': propose whose each file is")
MOST_TEXT = 1_000_000  # characters of a pasted text


class For(forms.Form):
    """Whose reports they are."""

    help_text = _("What you choose below is taken at once, as this organisation's.")

    def __init__(self, *given: Any, choices: Choices, search: str, one: One | None = None, **options: Any) -> None:
        super().__init__(*given, **options)
        asked = OrganisationField(choices, search, one, label=_("Whose report"))
        asked.help_text = self.help_text if asked.is_several else ""
        self.fields = {"organisation": asked, **self.fields}
        self.asked = asked


class Files(For):
    """Among several one may leave it open: then it is proposed file by file, for the person to confirm."""

    help_text = _("What you choose below is taken at once, as this organisation's, or put before you file by file.")

    def __init__(self, *given: Any, **options: Any) -> None:
        super().__init__(*given, **options)
        asked = self.asked
        asked.required = not (asked.is_several or asked.is_asked_by_key)
        asked.empty_label = OPEN if asked.is_several else None
        if asked.is_searched:
            asked.help_text = _(
                "Leave it empty where the files are several organisations': Svod proposes whose each is."
            )


class Text(For):
    help_text = ""
    text = forms.CharField(label=_("Text of the report"), max_length=MOST_TEXT, widget=forms.Textarea({"rows": 6}))

    def __init__(self, *given: Any, **options: Any) -> None:
        super().__init__(*given, **options)
        self.asked.empty_label = _("choose an organisation") if self.asked.is_several else None


class TypedText(forms.Form):
    text = forms.CharField(label=_("Text of the report"), max_length=MOST_TEXT, widget=forms.Textarea({"rows": 10}))


class BetterCopy(forms.Form):
    file = forms.FileField(label=_("File"), allow_empty_file=True)  # the service says what an empty one is


class Aside(forms.Form):
    why = forms.CharField(label=_("Reason"), max_length=500)


class Whose(For):
    """None is chosen beforehand: whose a stranger's message is must not be a slip."""

    help_text = _("It becomes this organisation's submission, and is read.")

    def __init__(self, *given: Any, **options: Any) -> None:
        super().__init__(*given, **options)
        self.fields["organisation"].empty_label = _("choose an organisation")


class Elsewhere(Whose):
    """Whose report it is instead."""

    help_text = _("It counts there from now on.")


class Refusal(forms.Form):
    why = forms.CharField(label=_("Reason"), max_length=500)


class Shown(forms.Form):
    """The filters of the list."""

    STATES = (
        ("", _("all")),
        ("waiting", _("waiting to be read")),
        ("read", _("read")),
        ("drafts", _("drafts left to check")),
        ("stuck", _("not readable, need a way on")),
        ("settled", _("set aside, replaced or withdrawn")),
    )
    state = forms.ChoiceField(label=_("State"), choices=STATES, required=False)

    def __init__(self, *given: Any, choices: Choices, search: str, **options: Any) -> None:
        super().__init__(*given, **options)
        empty = _("all organisations")
        self.fields["organisation"] = OrganisationField(choices, search, required=False, empty_label=empty)
