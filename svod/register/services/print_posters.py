"""Make the posters of a survey and keep them: the worker's part of opening it."""

from io import BytesIO

from svod.language import LANGUAGES
from svod.register.models import Survey
from svod.register.poster import poster
from svod.register.services.keep import keep


def print_posters(key: int) -> None:
    """Make the posters of that survey in each language, if nobody has."""
    survey = Survey.objects.select_related("campaign").filter(pk=key, posters={}).first()
    asked = survey.asked if survey else None
    if survey is None or asked is None:
        return
    made = {language: keep(BytesIO(poster(survey, asked, language)), "posters").place for language in LANGUAGES}
    Survey.objects.filter(pk=key).update(posters=made)
