"""The form's questions, in their order: what makes the survey sheet of an XLSForm, and what names an answer."""

from dataclasses import dataclass

LARGEST = 1_000_000  # people at one activity
MOST_HELD = 10_000  # of one kind in one answer
ORGANISATIONS = "organisations.csv"
IN_ACTIVITY = "activities"  # the repeat


@dataclass(frozen=True, slots=True)
class Question:
    """A row of the survey. `kind` is XLSForm's type; the other columns are XLSForm's own, in its language."""

    name: str
    kind: str
    required: bool = False
    relevant: str = ""
    constraint: str = ""
    choice_filter: str = ""
    appearance: str = ""
    parameters: str = ""


START = (Question("start", "note"), Question("contacts", "note"))

# Asked where the form is for several organisations: a region narrows the districts, both the organisations.
WHOSE = (
    Question("region", "select_one region", appearance="minimal"),
    Question("district", "select_one district", choice_filter="region = ${region}", appearance="minimal"),
    Question(
        "organisation",
        f"select_one_from_file {ORGANISATIONS}",
        required=True,
        choice_filter="region = ${region} and (district = ${district} or ${district} = '')",
        appearance="minimal",
    ),
)

WHETHER = (
    Question("held", "select_one held", required=True),
    Question("reason", "text", relevant="${held} = 'no'"),
)

ACTIVITY = (
    Question("kind", "select_one kind", required=True),
    Question("title", "text"),
    Question("first_day", "date", constraint=". <= today()"),
    Question("last_day", "date", relevant="${first_day} != ''", constraint=". >= ${first_day} and . <= today()"),
    Question("count", "integer", constraint=f". >= 1 and . <= {MOST_HELD}"),
    Question("place", "text"),
    Question("format", "select_one format"),
    Question("people_said", "select_one people_said"),
    Question(
        "people",
        "integer",
        required=True,
        relevant="${people_said} != ''",
        constraint=f". >= 0 and . <= {LARGEST}",
    ),
    Question("audience", "select_multiple audience"),
    Question("partners", "select_multiple partners"),
    Question("themes", "select_multiple themes"),
    Question("materials", "select_multiple materials"),
    Question("photo", "image", parameters="max-pixels=1600"),
)

ONCE = tuple(one.name for one in (*WHOSE, *WHETHER))  # the answers of the whole form
EACH = tuple(one.name for one in ACTIVITY)  # those of an activity
SEVERAL = tuple(one.name for one in ACTIVITY if one.kind.startswith("select_multiple"))
REPEAT_OPENS = Question(IN_ACTIVITY, "begin_repeat", relevant="${held} = 'yes'")
REPEAT_ENDS = Question(IN_ACTIVITY, "end_repeat")
