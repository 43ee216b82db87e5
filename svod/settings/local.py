"""One office's machine or a local network, without HTTPS: what `svod serve` uses."""

from svod.settings.base import *  # noqa: F403

SILENCED_SYSTEM_CHECKS = ["security.W004", "security.W008", "security.W012", "security.W016"]  # there is no HTTPS here
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True  # browsers allow passkeys without HTTPS on localhost only
