"""How every form is drawn: `{{ form }}` in a template, one field below the other, each with its label, help and errors."""

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    form_template_name = "base/form.html"
    field_template_name = "base/field.html"
