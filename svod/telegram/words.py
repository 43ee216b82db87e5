"""What the bot says, in the language that holds at that moment."""

from collections.abc import Iterable

from django.utils.translation import get_language, gettext as _

from svod.packs.pack import Contact
from svod.register.models import Organisation, Person
from svod.telegram.reply import Button, Reply, rows

LONGEST_LABEL = 60
OWN_NAMES = {"kk": "Қазақша", "ru": "Русский", "en": "English"}
MOST_MEGABYTES = 20  # Telegram gives no larger file to a bot


def welcome(person: Person) -> Reply:
    linked = _("You are linked: what you send is handed in as %(person)s.") % {"person": person}
    return Reply(f"{linked}\n\n{ways()}")


def ways() -> str:
    return "\n".join(
        [
            _("Send or forward a text, a document, or photos with a few words. Each becomes a report with a receipt."),
            _("/report asks you five short questions instead."),
            _("/language changes the language, /organisation for whom you report, /stop unlinks this chat."),
            _("No lists of participants, no names of children or of people concerned, please."),
        ]
    )


def how_to_link() -> str:
    return _(
        "I do not know yet for whom you write. Open Svod, “My account”, “Telegram”, and press the link there. "
        "It holds for half an hour and for one use. If you have no account, ask your coordinator for an invitation."
    )


def held_unknown() -> Reply:
    kept = _("I have kept what you sent. Nobody has it as a report yet: it is held back until it is clear whose it is.")
    return Reply(f"{kept}\n\n{how_to_link()}")


def held_nowhere() -> Reply:
    return Reply(
        _("I have kept what you sent, but your account reports for no organisation now. The office will look at it.")
    )


def which_organisation(places: Iterable[Organisation], something_waits: bool) -> Reply:
    text = _("You report for several organisations. For which one is it? I keep to your choice from then on.")
    if something_waits:
        text = "\n\n".join([_("I have kept what you sent."), text])
    buttons = [Button(one.called[:LONGEST_LABEL], f"for:{one.pk}") for one in places]
    return Reply(text, rows(buttons, 1))


def reports_for(organisation: Organisation) -> Reply:
    return Reply(
        _("From now on what you send is handed in for %(organisation)s.") % {"organisation": organisation.called}
    )


def is_it_a_report() -> Reply:
    text = _("This is short for a report, so I have not handed it in.")
    return Reply(f"{text}\n\n{ways()}", ((Button(_("Hand it in"), "take:"),),))


def too_large(name: str) -> Reply:
    told = {"name": name, "limit": MOST_MEGABYTES}
    text = _("“%(name)s” was not taken: Telegram gives a bot no file above %(limit)s MB.") % told
    return Reply(" ".join([text, _("Send it on the page “Hand in”, or in parts.")]))


def not_fetched() -> Reply:
    return Reply(_("The file could not be fetched from Telegram. Please send it once more, or on the page “Hand in”."))


def not_done() -> Reply:
    return Reply(_("Something went wrong here, so it was not handed in. Whoever runs Svod can see it."))


def cannot_read() -> Reply:
    return Reply(_("This I cannot read. Send a text, a document or photos; a voice message may be dictated as text."))


def edited() -> Reply:
    return Reply(_("I keep what was sent first. Send the corrected text as a new message and say what it corrects."))


def no_campaign() -> Reply:
    return Reply(_("No campaign is under way that this could belong to, so it was not taken. Please ask your office."))


def enough_for_today() -> Reply:
    text = _("This was not taken: so much has come from you today that is held back. Link this chat first.")
    return Reply(f"{text}\n\n{how_to_link()}")


def empty(name: str) -> Reply:
    return Reply(_("“%(name)s” is empty, so it was not taken.") % {"name": name})


def code_unknown() -> Reply:
    text = _("This link holds no longer: it was used, or is older than half an hour.")
    return Reply(f"{text}\n\n{how_to_link()}")


def no_place() -> Reply:
    return Reply(_("Your account reports for no organisation now. Ask your coordinator."))


def unlinked() -> Reply:
    return Reply(_("This chat is unlinked. What was handed in stays."))


def link_first() -> Reply:
    return Reply(how_to_link())


def privately() -> Reply:
    return Reply(_("Please write that to me directly, not in a group."))


def language() -> Reply:
    """In all three, since it may be asked by whoever does not know the one that is spoken."""
    buttons = tuple(Button(name, f"language:{code}") for code, name in OWN_NAMES.items())
    return Reply("Тіл · Язык · Language", (buttons,))


def language_chosen() -> Reply:
    return Reply(_("I speak English with you from now on."))


def form_dropped() -> Reply:
    return Reply(_("It is dropped. Nothing was handed in."))


def answered_before() -> Reply:
    return Reply(_("That question is answered already. /report begins anew."))


def help_contacts(contacts: Iterable[Contact]) -> str:
    spoken = get_language() or "ru"
    return "\n".join(f"{one.number} — {one.names.get(spoken, one.names['ru'])}" for one in contacts)


def commands() -> dict[str, str]:
    """For the menu of the chat."""
    return {
        "report": _("tell of an activity, question by question"),
        "help": _("what I take"),
        "organisation": _("for whom I report"),
        "language": _("choose the language"),
        "cancel": _("drop what is being asked"),
        "stop": _("unlink this chat"),
    }
