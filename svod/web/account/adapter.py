"""What django-allauth asks us: its messages in our words, so that they are in all three languages."""

from io import BytesIO
from typing import Any

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

WRONG = _("The name and the password do not fit together.")
WRONG_CODE = _("This code is not right. Codes of an app change every half a minute: enter the newest.")


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This account is switched off. Ask your administrator."),
        "duplicate_email": _("This is your e-mail address already."),
        "email_password_mismatch": WRONG,
        "username_password_mismatch": WRONG,
        "email_taken": _("Somebody uses this e-mail address already."),
        "enter_current_password": _("Enter the password you use now."),
        "incorrect_code": WRONG_CODE,
        "incorrect_password": _("This is not your password."),
        "invalid_login": WRONG,
        "invalid_password_reset": _("This link is used up or too old. Ask for a new one."),
        "too_many_login_attempts": _("Too many failed attempts. Wait five minutes, then try again."),
        "unknown_email": _("No account has this e-mail address."),
        "username_taken": _("Somebody has this user name already. Choose another one."),
        "same_as_current": _("This is what it is already."),
        "rate_limited": _("Too many attempts. Wait a few minutes, then try again."),
    }
    methods = {
        "reauthenticate": _("Use your password"),
        "mfa_reauthenticate": _("Use a code"),
        "mfa_reauthenticate:webauthn": _("Use a passkey or security key"),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False  # people come by the first start and by invitations

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        found = super().get_reauthentication_methods(user)
        return [{**method, "description": self.methods.get(method["id"], method["description"])} for method in found]


class FactorAdapter(DefaultMFAAdapter):
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "add_email_blocked": _("Switch the second step off before you change your e-mail address."),
        "cannot_delete_authenticator": _("The second step cannot be switched off."),
        "cannot_generate_recovery_codes": _("Recovery codes are made once an app or a key is set up."),
        "incorrect_code": WRONG_CODE,
        "unverified_email": _("Confirm your e-mail address first: open the link that we sent you."),
    }

    def build_totp_svg(self, url: str) -> str:
        out = BytesIO()
        segno.make(url, error="m").save(out, kind="svg", scale=4, border=4, light="#fff", xmldecl=False)
        return out.getvalue().decode()

    def generate_authenticator_name(self, user: Any, type: Any) -> str:  # noqa: A002 # allauth names it so
        count = user.authenticator_set.filter(type=type).count()
        return str(_("Key %(number)d")) % {"number": count + 1}
