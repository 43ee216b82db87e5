"""For which organisation somebody writes."""

from svod.register.models import Chat, Incoming, Organisation, Submission
from svod.register.services.assign import assign
from svod.register.services.receive import places_of
from svod.telegram import words
from svod.telegram.talk import Talk


def chosen(chat: Chat) -> Organisation | None:
    """The organisation that the chat writes for: the only one, or the chosen one; None where none is chosen."""
    places = places_of(chat.person) if chat.person else []
    if len(places) == 1:
        return places[0]
    return next((one for one in places if one.pk == chat.organisation_id), None)


def place_of(talk: Talk) -> Organisation | None:
    """The organisation; where it is not known, ask for it or say what to do."""
    place = chosen(talk.chat)
    if place is None:
        say_why_not(talk)
    return place


def say_why_not(talk: Talk) -> None:
    places = places_of(talk.chat.person) if talk.chat.person else []
    if talk.chat.person is None:
        talk.say(words.link_first())
    elif places:
        talk.say(words.which_organisation(places, something_waits=False))
    else:
        talk.say(words.no_place())


def choose(talk: Talk, key: str) -> None:
    """Take the organisation that a button names, and hand in what waited for it."""
    places = places_of(talk.chat.person) if talk.chat.person else []
    place = next((one for one in places if str(one.pk) == key), None)
    if place is None:
        say_why_not(talk)
        return
    talk.chat.organisation = place
    talk.chat.save(update_fields=["organisation"])
    talk.say(words.reports_for(place))
    hand_in_held(talk)


def hand_in_held(talk: Talk) -> None:
    """Hand in what this chat sent before it was known for whom. The receipts follow (follow.py)."""
    place = chosen(talk.chat)
    if place is None or talk.chat.person is None:
        return
    held = Incoming.objects.filter(
        channel=Submission.Channel.TELEGRAM, sender=str(talk.chat.number), state=Incoming.State.HELD
    )
    for one in held.exclude(file="").select_related("campaign__organisation").order_by("pk"):
        if place.path.startswith(one.campaign.organisation.path):
            assign(one, place, talk.chat.person)
