"""How every form is drawn: `{{ form }}` in a template, field below field, each with its label, help and errors."""

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    form_template_name = "base/form.html"
    field_template_name = "base/field.html"
