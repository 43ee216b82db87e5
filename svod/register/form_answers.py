"""Answers of the campaign's form in the register: whose they are, and what is read of them."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from svod.confined import Ended
from svod.odk.answers import Answers
from svod.odk.exports import ENDINGS, answers_in
from svod.odk.instance import read_instance
from svod.odk.told import tell
from svod.packs import Pack
from svod.records import Reading
from svod.register.activity_table.names import Names
from svod.register.models import Campaign, Organisation, Submission
from svod.register.opening import Unopened, opener


class Whose:
    """Whose answers they are: the organisation that they name, among one and all below it."""

    def __init__(self, campaign: Campaign, top: Organisation) -> None:
        self.top, self.names = top, Names(campaign, top)

    def organisation(self, answers: Answers) -> Organisation:
        """The one they name, else the topmost."""
        return self._named(answers) or self.top

    def misses(self, answers: Answers) -> bool:
        """Whether they name an organisation that is none of these."""
        return bool(answers.once.get("organisation")) and self._named(answers) is None

    def _named(self, answers: Answers) -> Organisation | None:
        """By its key or its name; None where they name none, or one of several that nobody can tell apart."""
        said = answers.once.get("organisation", "")
        if not said:
            return None
        known = self.names.organisations
        if said.isdecimal():
            return next((one for one in known.values() if str(one.pk) == said), None)
        found = [known[path] for path in self.names.organisations_named(said)]
        if len(found) > 1:
            found = [one for one in found if self._lies_in(one, answers)]
        return found[0] if len(found) == 1 else None

    def _lies_in(self, one: Organisation, answers: Answers) -> bool:
        """In the region and the district that were answered, by their codes or names."""
        units = self.names.campaign.pack.geography.units
        for asked, unit in (("region", one.region), ("district", one.unit)):
            said = answers.once.get(asked, "")
            named = next((other for other in units if other.code == unit), None)
            if said and said != unit and (named is None or said not in named.names.values()):
                return False
        return True


def headline(answers: Answers, pack: Pack) -> str:
    """What a person knows it by: the first activity, or that nothing was held."""
    return tell(replace(answers, activities=answers.activities[:1]), pack, "").document.text.partition("\n")[0]


def answers_of(submission: Submission) -> Answers:
    """Raises NoAnswers where its file is no sent form: it was one when it was taken."""
    with submission.file.open() as stream:
        return read_instance(stream.read())


def reading_of(answers: Answers, submission: Submission, pack: Pack) -> Reading:
    """What one sent form tells."""
    said = answers.once.get("organisation", "")
    name = submission.organisation.name if said.isdecimal() else said
    return tell(answers, pack, submission.name, organisation=name)


def exported(submission: Submission) -> tuple[Answers, ...] | None:
    """The answers of an export, opened by a process with limits; None where it is none."""
    suffix = Path(submission.name).suffix.lower()
    if suffix not in ENDINGS:
        return None
    with TemporaryDirectory(prefix="svod-") as folder:
        path = Path(folder, f"export{suffix}")
        with submission.file.open() as source, path.open("wb") as copy:
            while piece := source.read(1024 * 1024):
                copy.write(piece)
        try:
            found = opener()(answers_in, path)
        except Ended:
            return None  # the other readers say why
    return None if isinstance(found, Unopened) else found
