"""Remove a campaign that was made by mistake, as long as nothing is in it. What was done of it stays in the history."""

from django.db import IntegrityError, models

from svod.register.errors import CampaignHolds
from svod.register.history import operation
from svod.register.models import Book, Campaign, Expected, Feed, FormLink, Operation, Person, Touched

GO_WITH_IT = {Book, Expected, Feed, FormLink, Touched}  # what follows from it, and what only leads to it


def holds_anything(campaign: Campaign) -> bool:
    """Whether there is a report, a plan, a letter: anything that people put there."""
    return any(
        relation.related_model._base_manager.filter(**{relation.field.name: campaign}).exists()
        for relation in Campaign._meta.get_fields(include_hidden=True)
        if isinstance(relation, models.ManyToOneRel) and relation.related_model not in {*GO_WITH_IT, Operation}
    )


def remove_campaign(campaign: Campaign, person: Person) -> None:
    """Remove the campaign. Raises CampaignHolds where anything is in it, even if it came this very moment."""
    if holds_anything(campaign):
        raise CampaignHolds
    key, note = campaign.pk, str(campaign)
    try:
        with operation("remove_campaign", person, None, campaign.organisation, note=note) as deed:
            expected = list(Expected.objects.filter(campaign=campaign))
            deed.deleting_many(expected)
            Expected.objects.filter(campaign=campaign).delete()
            deed.delete(campaign)
            Touched.objects.filter(campaign=key).delete()
    except (IntegrityError, models.ProtectedError) as error:
        raise CampaignHolds from error
