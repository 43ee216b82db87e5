"""How Russian, Kazakh and English count, date, decline and name things. Knows no campaign."""

LANGUAGES = ("ru", "kk", "en")
