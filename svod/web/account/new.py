"""The part of a form that makes an account: at the first start and by an invitation."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from svod.register.models import Person
from svod.web.account.forms import DIFFER, password_rules

FIELDS = ("first_name", "last_name", "username", "email", "password", "again")


class NewAccount(forms.Form):
    first_name = forms.CharField(label=_("First name"), max_length=150, required=False)
    last_name = forms.CharField(label=_("Last name"), max_length=150, required=False)
    username = forms.CharField(
        label=_("User name"),
        max_length=150,
        validators=Person._meta.get_field("username").validators,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
        help_text=_("With it you sign in. Letters, digits and the signs @ . + - _"),
    )
    email = forms.EmailField(
        label=_("E-mail address"), required=False, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
    password = forms.CharField(
        label=_("Password"), strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )
    again = forms.CharField(
        label=_("Password, once more"), strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["password"].help_text = password_rules()

    def clean_username(self) -> str:
        name = self.cleaned_data["username"]
        if Person.objects.filter(username__iexact=name).exists():
            raise ValidationError(_("Somebody has this user name already. Choose another one."))
        return name

    def clean_email(self) -> str:
        address = self.cleaned_data["email"].lower()
        if address and Person.objects.filter(email__iexact=address).exists():
            raise ValidationError(_("Somebody uses this e-mail address already."))
        return address

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        password = cleaned.get("password")
        if password:
            known = {name: cleaned.get(name, "") for name in ("username", "email", "first_name", "last_name")}
            try:
                validate_password(password, Person(**known))
            except ValidationError as error:
                self.add_error("password", error)
            if cleaned.get("again") not in (None, password):
                self.add_error("again", DIFFER)
        return cleaned

    def account(self) -> dict[str, str]:
        """What `enrol` takes."""
        return {name: self.cleaned_data[name] for name in FIELDS if name != "again"}
