"""What is said with a slash, and the buttons."""

from collections.abc import Callable

from django.utils import translation

from svod.register.errors import ChatCodeUnknown
from svod.register.services import link_chat
from svod.register.services.receive import places_of
from svod.telegram import asking, handing_in, places, words
from svod.telegram.reply import Reply
from svod.telegram.talk import Talk, spoken


def obey(talk: Talk) -> None:
    """Do what a command says; in a group only what is nobody's secret."""
    command = COMMANDS.get(talk.said.command, help_)
    if talk.said.is_private or command is help_:
        command(talk)
    else:
        talk.say(words.privately())


def press(talk: Talk) -> None:
    """Do what a button says: "language:kk", "for:12", "take:", or an answer to the form."""
    talk.confirm()
    what, _, rest = talk.said.pressed.partition(":")
    if what == "language":
        choose_language(talk, rest)
    elif what == "for":
        places.choose(talk, rest)
        if talk.chat.form:
            asking.ask(talk)
    elif what == "take":
        handing_in.hand_in_short(talk)
    else:
        step, _, value = rest.partition(":")
        asking.pressed(talk, what, step, value)


def start(talk: Talk) -> None:
    """Greet; with a code link the chat, and hand in what it sent before."""
    if not talk.said.argument:
        help_(talk)
        return
    try:
        person = link_chat.link(talk.said.argument, talk.chat)
    except ChatCodeUnknown:
        talk.say(words.code_unknown())
        return
    talk.say(words.welcome(person))
    several = places_of(person)
    if len(several) > 1:
        talk.say(words.which_organisation(several, something_waits=False))
    places.hand_in_held(talk)


def help_(talk: Talk) -> None:
    talk.say(Reply(words.ways() if talk.chat.person else f"{words.ways()}\n\n{words.how_to_link()}"))


def organisation(talk: Talk) -> None:
    several = places_of(talk.chat.person) if talk.chat.person else []
    if len(several) == 1:
        talk.say(words.reports_for(several[0]))
    else:
        places.say_why_not(talk)


def language(talk: Talk) -> None:
    talk.say(words.language())


def choose_language(talk: Talk, code: str) -> None:
    if spoken(code):
        talk.chat.language = code
        talk.chat.save(update_fields=["language"])
        with translation.override(code):
            talk.say(words.language_chosen())


def cancel(talk: Talk) -> None:
    asking.drop(talk)


def stop(talk: Talk) -> None:
    if talk.chat.person:
        link_chat.unlink(talk.chat, talk.chat.person)
    talk.say(words.unlinked())


COMMANDS: dict[str, Callable[[Talk], None]] = {
    "start": start,
    "help": help_,
    "report": asking.begin,
    "organisation": organisation,
    "language": language,
    "cancel": cancel,
    "stop": stop,
}
