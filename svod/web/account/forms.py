"""django-allauth's forms with our labels: its own words are in Russian and English only."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as factors
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn import forms as keys
from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import password_validators_help_texts
from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from svod.register.models import Person


def password_rules() -> str:
    """What a password must be, as a list."""
    rules = format_html_join("", "<li>{}</li>", ((rule,) for rule in password_validators_help_texts()))
    return format_html("<ul>{}</ul>", rules)


class Labelled:
    """Our label and help for each field; no placeholder, which vanishes when one types."""

    labels: dict[str, Any] = {}
    helps: dict[str, Any] = {}

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)
            field.help_text = self.helps.get(name, "")
            if name == "password1":
                field.help_text = password_rules()

    def add_error(self, field: str | None, error: Any) -> None:
        """allauth says one thing of `password2` after the field's own checks: that it differs."""
        super().add_error(field, DIFFER if field == "password2" and not isinstance(error, ValidationError) else error)


DIFFER = _("The two passwords differ. Enter the same one twice.")
NEW = {
    "oldpassword": _("The password you use now"),
    "password1": _("New password"),
    "password2": _("New password, once more"),
}


class Login(Labelled, account.LoginForm):
    labels = {
        "login": _("User name or e-mail"),
        "password": _("Password"),
        "remember": _("Stay signed in for two weeks"),
    }
    helps = {"remember": _("Not on a computer that others use.")}

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["login"].widget.attrs |= {"autocomplete": "username webauthn", "autocapitalize": "none"}


class ChangePassword(Labelled, account.ChangePasswordForm):
    labels = NEW


class SetPassword(Labelled, account.SetPasswordForm):
    labels = NEW


class ResetPassword(Labelled, account.ResetPasswordForm):
    labels = {"email": _("E-mail address")}


class ResetPasswordFromKey(Labelled, account.ResetPasswordKeyForm):
    labels = NEW


class ChangeEmail(Labelled, account.AddEmailForm):
    labels = {"email": _("New e-mail address")}


class Reauthenticate(Labelled, account.ReauthenticateForm):
    labels = {"password": _("Password")}


CODE = {"code": _("Code")}


class Code(Labelled, factors.AuthenticateForm):
    labels = CODE
    helps = {"code": _("Six digits from your app, or one of your recovery codes.")}


class CodeAgain(Labelled, factors.ReauthenticateForm):
    labels = CODE
    helps = Code.helps


class ActivateApp(Labelled, ActivateTOTPForm):
    labels = {"code": _("The code that the app shows")}


class AddKey(Labelled, keys.AddWebAuthnForm):
    labels = {"name": _("Name of the key"), "passwordless": _("Sign in with it alone, without a password")}
    helps = {"passwordless": _("Such a key is a passkey: it asks for your finger, face or PIN.")}


class EditKey(Labelled, keys.EditWebAuthnForm):
    labels = {"name": _("Name of the key")}


class Profile(forms.ModelForm):
    """What a person says of themselves."""

    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)

    class Meta:
        model = Person
        fields = ("first_name", "last_name", "language")
        labels = {"first_name": _("First name"), "last_name": _("Last name")}
