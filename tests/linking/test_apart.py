"""Two activities that one submission tells apart are never one, through however many others."""

from hypothesis import given, settings, strategies as st

from svod.linking import candidates, link
from svod.records import Activity, Reading
from tests.linking.made import PACK, copy, submission, told

# All of these may be one activity: only the submissions keep them apart.
TELLINGS = st.builds(
    told,
    kind=st.sampled_from(["seminar", "training"]),
    title=st.sampled_from(
        ["Мир в каждой семье", "Мир в каждой семье", "Мир в кажой семье", "Әр отбасында бейбітшілік"]
    ),
    on=st.sampled_from([None, "2022-12-05", "2022-12-01/2022-12-10"]),
    place=st.sampled_from([None, "Рудный"]),
    organiser=st.sampled_from([None, "Школа № 5", "№ 5 мектеп"]),
    participants=st.sampled_from([None, 45, (41, 49)]),
)
READINGS = st.lists(st.lists(TELLINGS, min_size=1, max_size=3), min_size=2, max_size=5).map(
    lambda drawn: [submission(f"d{number}", *mentions) for number, mentions in enumerate(drawn)]
)
law = settings(deadline=None, max_examples=150)


def texts(readings: list[Reading]) -> dict[str, str]:
    return {reading.document.id: reading.document.text for reading in readings}


def told_apart(one: Activity, other: Activity, text: dict[str, str]) -> bool:
    """Whether a text tells both, at other places of it; its copies tell what it tells."""
    here, there = one.evidence, other.evidence
    return text[here.document] == text[there.document] and here.start != there.start


@law
@given(READINGS, st.booleans())
def test_two_of_one_submission_are_two(readings: list[Reading], with_copies: bool) -> None:
    if with_copies:
        readings = [*readings, *(copy(reading, f"c{number}") for number, reading in enumerate(readings))]
    text = texts(readings)
    for distinct in link(readings, PACK):
        assert not any(told_apart(a, b, text) for a in distinct.members for b in distinct.members)


@law
@given(READINGS)
def test_no_person_is_asked_whether_they_are_one(readings: list[Reading]) -> None:
    text = texts(readings)
    members = {member.evidence: distinct.members for distinct in link(readings, PACK) for member in distinct.members}
    for asked in candidates(readings, PACK):
        one, other = members[asked.one.evidence], members[asked.other.evidence]
        assert not any(told_apart(a, b, text) for a in one for b in other)


@law
@given(st.lists(TELLINGS, min_size=1, max_size=4))
def test_whatever_may_be_one_is_linked_where_nothing_keeps_it_apart(mentions: list[dict[str, object]]) -> None:
    """The two tests above would hold if nothing were ever linked."""
    full = told("seminar", "Мир в каждой семье", "2022-12-05", place="Рудный", organiser="Школа № 5", participants=45)
    readings = [submission(f"d{number}", one) for number, one in enumerate([full, full, *mentions])]
    assert max(len(distinct.members) for distinct in link(readings, PACK)) > 1
