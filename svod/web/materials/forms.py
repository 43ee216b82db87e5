from pathlib import PurePath
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from svod.packs import Pack
from svod.register.models import Activity, Issue, Organisation, PieceRequest
from svod.web.base.places import offer
from svod.web.review.forms import choices

MOST_BYTES = 100 * 1024 * 1024
MOST_PIECES = 10_000_000
FILES = (".pdf", ".jpg", ".jpeg", ".png", ".webp", ".mp4", ".webm", ".mp3", ".docx", ".pptx", ".zip")


def _pieces(**more: Any) -> forms.IntegerField:
    return forms.IntegerField(**{"label": _("Pieces"), "min_value": 1, "max_value": MOST_PIECES, **more})


def _day() -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=_("Day"), initial=timezone.localdate, widget=widget)


def _why() -> forms.CharField:
    words = _("Only where more goes than is there by the log: it is said, and the stock is shown below nought.")
    return forms.CharField(label=_("Why more than is there"), max_length=500, required=False, help_text=words)


class Describe(forms.Form):
    kind = forms.ChoiceField(label=_("Kind"))
    title = forms.CharField(label=_("Title"), max_length=300)
    about = forms.CharField(
        label=_("What it is about"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    is_public = forms.BooleanField(
        label=_("Offer its files and links on the public page"),
        required=False,
        help_text=_("From the next public page that is drafted on. Look through the file first: it is given as it is."),
    )

    def __init__(self, *given: Any, pack: Pack, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["kind"].choices = choices(pack.materials)


class Add(Describe):
    organisation = forms.ModelChoiceField(
        label=_("Who makes it and sends it out"), queryset=Organisation.objects.none(), empty_label=None
    )

    def __init__(self, *given: Any, places: QuerySet[Organisation], **named: Any) -> None:
        super().__init__(*given, **named)
        offer(self.fields["organisation"], places)


class AddIssue(forms.Form):
    language = forms.ChoiceField(label=_("Language"), choices=Issue.Language.choices)
    file = forms.FileField(label=_("File"), required=False, widget=forms.FileInput(attrs={"accept": ",".join(FILES)}))
    link = forms.URLField(label=_("Link"), max_length=500, required=False, assume_scheme="https")

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file and PurePath(file.name).suffix.lower() not in FILES:
            raise ValidationError(_("Choose a PDF, a picture, a video, a sound, DOCX, PPTX or ZIP."))
        if file and file.size > MOST_BYTES:
            raise ValidationError(_("The file is larger than 100 MB. Put it elsewhere and give a link."))
        return file


class Printed(forms.Form):
    pieces = _pieces(label=_("Pieces printed"))
    day = _day()


class Ask(forms.Form):
    organisation = forms.ModelChoiceField(
        label=_("For which organisation"), queryset=Organisation.objects.none(), empty_label=None
    )
    issue = forms.ModelChoiceField(label=_("Material"), queryset=Issue.objects.none())
    pieces = _pieces()
    note = forms.CharField(label=_("What for"), max_length=500, required=False)

    def __init__(self, *given: Any, places: QuerySet[Organisation], issues: QuerySet[Issue], **named: Any) -> None:
        super().__init__(*given, **named)
        offer(self.fields["organisation"], places)
        self.fields["issue"].queryset = issues

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        issue, organisation = told.get("issue"), told.get("organisation")
        if issue and organisation and not issue.material.organisation.holds(organisation):
            self.add_error("issue", _("This material is made for other organisations."))
        return told


class Decide(forms.Form):
    """What the office does with a request in its state."""

    granted = _pieces(label=_("Pieces to give"), required=False)
    answer = forms.CharField(label=_("Answer"), max_length=500, required=False)

    def __init__(self, *given: Any, request: PieceRequest, **named: Any) -> None:
        super().__init__(*given, initial={"granted": request.pieces}, **named)


class Send(forms.Form):
    pieces = _pieces(label=_("Pieces sent"))
    day = _day()
    why = _why()

    def __init__(self, *given: Any, request: PieceRequest, **named: Any) -> None:
        super().__init__(*given, initial={"pieces": request.granted}, **named)


class HandOut(forms.Form):
    source = forms.ModelChoiceField(
        label=_("Which organisation"), queryset=Organisation.objects.none(), empty_label=None
    )
    issue = forms.ModelChoiceField(label=_("Material"), queryset=Issue.objects.none())
    pieces = _pieces()
    day = _day()
    what = forms.ChoiceField(
        label=_("What became of them"),
        choices=(("give", _("given out to people")), ("pass", _("passed on to an organisation below"))),
        widget=forms.RadioSelect,
        initial="give",
        help_text=_("The report tells what people were given; what is passed on counts where it is given out."),
    )
    target = forms.ModelChoiceField(
        label=_("To which organisation"), queryset=Organisation.objects.none(), required=False
    )
    why = _why()
    activity = forms.ModelChoiceField(queryset=Activity.objects.none(), required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *given: Any,
        places: QuerySet[Organisation],
        targets: QuerySet[Organisation],
        issues: QuerySet[Issue],
        activities: QuerySet[Activity],
        **named: Any,
    ) -> None:
        super().__init__(*given, **named)
        offer(self.fields["source"], places)
        offer(self.fields["target"], targets)
        self.fields["issue"].queryset = issues
        self.fields["activity"].queryset = activities
        if not targets.exists():  # nothing is passed on where nobody is below
            del self.fields["what"], self.fields["target"]

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("what") == "pass" and not told.get("target"):
            self.add_error("target", _("Say to which organisation."))
        return told
