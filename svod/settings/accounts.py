"""People: how they sign in, by what second factor, and for how long."""

import os

AUTH_USER_MODEL = "register.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
SESSION_ENGINE = "svod.web.account.sessions"
SESSION_COOKIE_AGE = 14 * 24 * 3600  # where a person asks to be remembered
SESSION_COOKIE_HTTPONLY = True
SIGN_OUT_AFTER = 60 * int(os.environ.get("SVOD_IDLE_MINUTES", "120"))  # where not; 0: when the browser is closed
PASSWORD_RESET_TIMEOUT = 24 * 3600

ACCOUNT_ADAPTER = "svod.web.account.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*"]  # by invitation only: there is no page to sign up
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_FORMS = {
    "login": "svod.web.account.forms.Login",
    "change_password": "svod.web.account.forms.ChangePassword",
    "set_password": "svod.web.account.forms.SetPassword",
    "reset_password": "svod.web.account.forms.ResetPassword",
    "reset_password_from_key": "svod.web.account.forms.ResetPasswordFromKey",
    "add_email": "svod.web.account.forms.ChangeEmail",
    "reauthenticate": "svod.web.account.forms.Reauthenticate",
}
MFA_ADAPTER = "svod.web.account.adapter.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Svod"
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "svod.web.account.forms.Code",
    "reauthenticate": "svod.web.account.forms.CodeAgain",
    "activate_totp": "svod.web.account.forms.ActivateApp",
    "add_webauthn": "svod.web.account.forms.AddKey",
    "edit_webauthn": "svod.web.account.forms.EditKey",
}
