"""The QR code by which an app sets itself up: JSON, packed by zlib, in base64."""

import base64
import json
import zlib

USUAL = {"protocol": "odk_default", "form_update_mode": "match_exactly", "autosend": "wifi_and_cellular"}


def settings_code(address: str, project: str) -> str:
    """What ODK Collect and KoboCollect read: the server, that its form is kept fresh, and that what is filled in goes
    by itself. A setting that is not named is the app's own."""
    general = {"server_url": address, **USUAL}
    told = {"general": general, "admin": {}, "project": {"name": project}}
    return base64.b64encode(zlib.compress(json.dumps(told, ensure_ascii=False).encode())).decode()
