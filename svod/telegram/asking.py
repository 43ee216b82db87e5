"""The form in a chat: what is asked is kept with the chat, so that a restart forgets no answer."""

from uuid import NAMESPACE_URL, uuid4, uuid5

from django.utils import timezone

from svod.register.errors import NoCampaign
from svod.register.models import Campaign, Organisation, Receipt
from svod.register.services.numbers import understood
from svod.register.services.receive import campaign_for
from svod.register.services.tell import Telling, tell_held
from svod.telegram import receipts, words
from svod.telegram.form import CANCEL, SEND, Around, Form, NotUnderstood, press, typed
from svod.telegram.places import place_of
from svod.telegram.questions import question
from svod.telegram.reply import Reply
from svod.telegram.talk import Talk

WAITS = 2 * 3600  # seconds for an answer
LONGEST_ANSWER = 500  # what is longer is a report, not an answer


def begin(talk: Talk) -> None:
    """Ask the first question, once it is known for whom it is asked."""
    if place_of(talk) is None:
        return
    _keep(talk, Form(uuid4().hex[:8]))
    ask(talk)


def ask(talk: Talk) -> None:
    form, place = _form(talk), place_of(talk)
    if form is not None and place is not None:
        try:
            talk.say(question(form, _around(campaign_for(place))))
        except NoCampaign:
            talk.say(words.no_campaign())


def is_answer(talk: Talk) -> bool:
    """Whether it answers the question that was asked: not what was forwarded, no file, no report."""
    said = talk.said
    plain = said.is_private and not said.forwarded and not said.files
    return plain and 0 < len(said.text) <= LONGEST_ANSWER and _form(talk) is not None


def take(talk: Talk) -> None:
    """Take a typed answer, and ask on."""
    form, place = _form(talk), place_of(talk)
    if form is None or place is None:
        return
    try:
        _keep(talk, typed(form, talk.said.text, _around(campaign_for(place))))
        ask(talk)
    except NotUnderstood as why:
        talk.say(Reply(str(why)))


def pressed(talk: Talk, key: str, step: str, value: str) -> None:
    """Take an answer by a button, and ask on."""
    form, place = _form(talk), place_of(talk)
    if form is None or form.key != key:
        talk.say(words.answered_before())
    elif value == CANCEL:
        drop(talk)
    elif place is None:
        return
    elif form.step == step == "check" and value == SEND:
        _hand_in(talk, form, place)
    elif (after := press(form, step, value, around := _around(campaign_for(place)))) is None:
        talk.say(words.answered_before())
    else:
        _keep(talk, after)
        if after.step == form.step:
            talk.replace(question(after, around))
        else:
            ask(talk)


def drop(talk: Talk) -> None:
    _keep(talk, None)
    talk.say(words.form_dropped())


def _hand_in(talk: Talk, form: Form, place: Organisation) -> None:
    """Hand the form in. Sent again it is the same submission: its key follows from the chat's and its own."""
    key = uuid5(NAMESPACE_URL, f"telegram:{talk.chat.number}:{form.key}")
    submission = tell_held(form.held(), Telling(key, campaign_for(place), place, talk.chat.person))
    Receipt.objects.get_or_create(chat=talk.said.to, submission=submission, defaults={"read_told": True})
    _keep(talk, None)
    talk.say(Reply(receipts.received(submission)))


def _form(talk: Talk) -> Form | None:
    """The form that is being asked; one that was left for long is given up, so that it swallows no report."""
    kept = talk.chat.form
    if kept is None or timezone.now().timestamp() - kept["at"] > WAITS:
        return None
    return Form.of(kept["form"])


def _keep(talk: Talk, form: Form | None) -> None:
    talk.chat.form = {"at": timezone.now().timestamp(), "form": form.kept()} if form else None
    talk.chat.save(update_fields=["form"])


def _around(campaign: Campaign) -> Around:
    return Around(campaign.pack, timezone.localdate(), lambda said: understood(said) is not None)
