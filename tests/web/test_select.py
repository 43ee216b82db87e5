"""A choice is drawn with fewer templates than Django's, and as Django draws it."""

from typing import Any

import pytest
from django import forms
from django.forms.renderers import TemplatesSetting

from svod.web.base.forms import Renderer

CHOICES = [("", "all"), (7, "Рудный & «Шу»"), ("Cities", [("a", "<A>"), ("b", "B")]), ("c", "C")]


class WithOneClosed(forms.Select):
    def create_option(self, *given: Any, **more: Any) -> dict[str, Any]:
        option = super().create_option(*given, **more)
        return {**option, "attrs": {**option["attrs"], "disabled": option["value"] == "a", "data-n": 2}}


@pytest.mark.parametrize("widget", [forms.Select, forms.SelectMultiple, WithOneClosed])
@pytest.mark.parametrize("chosen", [None, "7", ["a", "c"]])
def test_a_choice_is_the_same(widget: type[forms.Select], chosen: Any) -> None:
    drawn = widget({"class": "wide", "required": True}, CHOICES)
    ours, theirs = (drawn.render("place", chosen, {"id": "by-place"}, one()) for one in (Renderer, TemplatesSetting))
    assert _lines(ours) == _lines(theirs)
    assert ours.count("<option") == 5


def _lines(drawn: str) -> list[str]:
    return [line.strip() for line in drawn.splitlines() if line.strip()]
