"""The register that newcomers see."""

from collections import Counter

import pytest

from svod.reading.samples import sample_reports
from svod.register.models import (
    Activity,
    Edition,
    Organisation,
    Person,
    Resemblance,
    Role,
    Signature,
    State,
    Submission,
)
from svod.register.permissions import highest
from svod.register.services.demo import make_demo, new_password


@pytest.fixture
def password(db: None) -> str:
    samples = sample_reports()
    assert samples is not None
    password = new_password()
    make_demo(samples, password)
    return password


def test_it_works(password: str) -> None:
    for role in Role.values:
        person = Person.objects.get(username=role)
        assert person.check_password(password)
        assert highest(person, person.roles.get().organisation) == role
    states = Counter(Submission.objects.values_list("state", flat=True))
    assert states["read"] >= 25
    assert set(states) <= {"read", "unreadable"}
    assert Organisation.objects.filter(level="region").count() == 20
    assert not any(Organisation.objects.find_problems())
    told = Counter(Activity.objects.values_list("state", flat=True))
    assert told[State.CONFIRMED] >= 20
    assert told[State.DRAFT] >= 20
    assert told[State.REJECTED] >= 1
    assert Activity.objects.exclude(same_as=None).exists()
    assert Activity.objects.exclude(question="").exists()
    assert Resemblance.objects.filter(decision="open").exists()
    edition = Edition.objects.get()
    assert (edition.holds, edition.files.count(), edition.report.passages.count()) == (True, 5, 1)
    assert Signature.objects.filter(organisation__name="Жамбылская область", reopened_at=None).exists()


def test_passwords_differ() -> None:
    assert new_password() != new_password()
