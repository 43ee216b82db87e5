"""Ask the organisation that told something, and answer: feedback goes down the ladder and comes back."""

from svod.register.history import operation
from svod.register.models import Activity, Person, ReportedTotal


def ask(found: Activity | ReportedTotal, question: str, person: Person) -> None:
    """Put a question beside an activity or a total; an earlier answer gives way to it. "" takes the question back."""
    with operation("ask", person, found.campaign, found.organisation, note=question) as deed:
        deed.update(found, question=question.strip()[:500], answer="")


def answer(found: Activity | ReportedTotal, text: str, person: Person) -> None:
    """The organisation's answer; what was asked stays beside it."""
    with operation("answer", person, found.campaign, found.organisation, note=text) as deed:
        deed.update(found, answer=text.strip()[:1000])
