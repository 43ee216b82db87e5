"""Signs that many rules look for between words."""

DASHES = frozenset("–—-")
DASH_OR_COLON = DASHES | {":"}
