"""The questions of a survey as a form. Any of them may be left out, but not all."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from svod import packs
from svod.packs import Question

NONE = "none"  # of several choices: ticked where no other applies
ASKED = "q-"  # before a question's code: no field of ours is called so


class AnswerForm(forms.Form):
    """`key` is drawn with the form: sent again, it is the same answer."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    group = forms.ChoiceField(label=_("Who are you?"), widget=forms.RadioSelect)

    def __init__(self, *given: Any, asked: packs.Survey, language: str, group: str = "", **named: Any) -> None:
        super().__init__(*given, initial={"key": uuid4(), "group": group}, **named)
        self.asked = asked
        self.fields["group"].choices = [(one.code, _capital(one.names[language])) for one in asked.groups]
        if group:
            self.fields["group"].widget = forms.HiddenInput()
        for question in asked.questions:
            self.fields[ASKED + question.code] = _field(question, language)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for question in self.asked.questions:
            taken = cleaned.get(ASKED + question.code) or []
            if question.kind == "several" and NONE in taken and len(taken) > 1:
                self.add_error(ASKED + question.code, _("Either none of them, or those that apply."))
        if not self.errors and not self.chosen():
            raise forms.ValidationError(_("Answer at least one question."))
        return cleaned

    def chosen(self) -> Mapping[str, tuple[str, ...]]:
        """Codes by question; none of several is an answer without codes."""
        found: dict[str, tuple[str, ...]] = {}
        for question in self.asked.questions:
            taken = self.cleaned_data.get(ASKED + question.code)
            if taken:
                codes = taken if question.kind == "several" else [taken]
                found[question.code] = tuple(code for code in codes if code != NONE)
        return found


def _field(question: Question, language: str) -> forms.ChoiceField:
    choices = [(one.code, _capital(one.names[language])) for one in question.choices]
    text = question.text[language]
    if question.kind == "several":
        choices.append((NONE, _capital(question.none[language])))
        several = {"help_text": _("Tick all that apply."), "widget": forms.CheckboxSelectMultiple}
        return forms.MultipleChoiceField(label=text, choices=choices, required=False, **several)
    return forms.ChoiceField(label=text, choices=choices, required=False, widget=forms.RadioSelect)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
