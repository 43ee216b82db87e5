"""How every form is drawn: `{{ form }}` in a template, field below field, each with its label, help and errors."""

from typing import Any

from django.forms.renderers import TemplatesSetting

# A page with filters has hundreds of options, and Django draws two templates for each: a third of the page's time.
OURS = {"django/forms/widgets/select.html": "base/select.html"}


class Renderer(TemplatesSetting):
    form_template_name = "base/form.html"
    field_template_name = "base/field.html"

    def get_template(self, template_name: str) -> Any:
        return super().get_template(OURS.get(template_name, template_name))
