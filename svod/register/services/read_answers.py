"""What is read of answers to the campaign's form: one that was sent, and an export of many."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from svod import records
from svod.odk.answers import Answers, NoAnswers
from svod.packs import Pack
from svod.records import Reading
from svod.register.care import kept
from svod.register.form_answers import Whose, answers_of, exported, reading_of
from svod.register.look_through import Outcome, Read, stops_reading
from svod.register.models import Submission
from svod.register.services.take_answers import Taken, take_exported


def read_answers(submission: Submission, pack: Pack) -> list[Outcome] | None:
    """None where the submission is no such thing, and the other readers read it. Each answer of an export becomes a
    submission of its own; the export is a list of them, and tells nothing twice."""
    if submission.channel == Submission.Channel.ODK:
        return list(_sent(submission, pack))
    answers = exported(submission)
    if answers is None:
        return None
    taken = take_exported(answers, submission)
    return [_listed(answers, taken, submission, pack)]


def _sent(submission: Submission, pack: Pack) -> Iterator[Outcome]:
    try:
        answers = answers_of(submission)
    except NoAnswers:
        yield stops_reading(submission)
        return
    reading = reading_of(answers, submission, pack)
    document = reading.document
    yield Read(document, reading, kept(document.text, document.language or "", pack))
    if Whose(submission.campaign, submission.organisation).misses(answers):
        details = (("said", answers.once["organisation"]), ("name", submission.organisation.name))
        yield records.Problem("warning", "organisation_elsewhere", submission.name, details)


def _listed(answers: tuple[Answers, ...], taken: Taken, submission: Submission, pack: Pack) -> Outcome:
    text = "\n".join(_lines(answers, taken, submission))
    document = records.Document("export", text, submission.name, "export")
    return Read(document, Reading(document), kept(text, "", pack))


def _lines(answers: tuple[Answers, ...], taken: Taken, submission: Submission) -> Iterator[str]:
    numbers = {"number": len(answers), "new": taken.new, "known": taken.known}
    yield _("An export of the form, answers: %(number)s. New: %(new)s. Received before: %(known)s.") % numbers
    whose = Whose(submission.campaign, submission.organisation)
    for one in answers:
        yield f"{one.instance} · {whose.organisation(one).name}"
