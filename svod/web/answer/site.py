"""What the answering page is drawn from: the survey, in one language, for one group where the code says which."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from svod import packs
from svod.packs import Pack
from svod.packs.pack import Names
from svod.register.models import Campaign, Survey

ADDRESSES = {"home": "answer", "thanks": "answer_thanks", "safety": "answer_safety"}


@dataclass(frozen=True)
class AskedSite:
    """What the public page's frame wants to know of a site; no search engine shall know it (`preview`)."""

    survey: Survey
    asked: packs.Survey
    language: str
    group: str = ""
    preview: bool = True

    @property
    def campaign(self) -> Campaign:
        return self.survey.campaign

    @property
    def pack(self) -> Pack:
        return self.campaign.pack

    def said(self, names: Names) -> str:
        return names[self.language]

    def address(self, name: str, *more: object, language: str = "") -> str:
        found = reverse(ADDRESSES[name], args=[self.survey.token, language or self.language, *more])
        return f"{found}?{urlencode({'group': self.group})}" if self.group and name == "home" else found
