"""The signs of an activity, as SQL that both databases know; `ROW` stands for the row.

Where nearly all rows have a sign, to look it up is to read all of them. Nearly every question parts the rows by
campaign, state, held or planned, once or told again: that is a row's *stand*, "1cho". Each sign of a code begins with
it, "1cho:k:seminar", so that the two are looked up as one. A word has no colon.
"""

from itertools import product

from svod.register.models.finding import UNCERTAIN, State

PREFIX = "svod_signs_"  # of the names of all that is made in the database
NONE = "-"  # the code where a row has none
DEEPEST = 8  # levels of the tree
COLUMNS = (
    *("words", "campaign_id", "organisation_id", "state", "kind", "region", "first_day", "audience", "partners"),
    *("materials", "participants_least", "online", "planned", "same_as_id", "confidence"),
)
DAY = {"sqlite": "ROW.first_day", "postgresql": "to_char(ROW.first_day, 'YYYY-MM-DD')"}
STAND = """ROW.campaign_id || substr(ROW.state, 1, 1) || CASE WHEN ROW.planned THEN 'p' ELSE 'h' END
    || CASE WHEN ROW.same_as_id IS NULL THEN 'o' ELSE 'a' END"""
LOW = f"ROW.state = '{State.DRAFT.value}' AND ROW.confidence < {UNCERTAIN}"
ABOVE = " || ".join(
    f"CASE WHEN depth >= {depth} THEN ' ' || stand || ':o:' || substr(path, 1, {4 * depth}) ELSE '' END"
    for depth in range(1, DEEPEST + 1)
)


def _each(column: str, letter: str) -> str:
    """Of a column with several codes, " pupils teachers "."""
    return f"REPLACE(RTRIM(ROW.{column}), ' ', ' ' || stand || ':{letter}:')"


SIGNS = f"""(SELECT ROW.words || stand || ' ' || stand || ':k:' || ROW.kind
    || ' ' || stand || ':r:' || CASE WHEN ROW.region = '' THEN '{NONE}' ELSE ROW.region END
    || ' ' || stand || ':d:' || COALESCE(DAY, '{NONE}')
    || CASE WHEN TRIM(ROW.audience) = '' THEN ' ' || stand || ':a:{NONE}' ELSE {_each("audience", "a")} END
    || {_each("partners", "p")} || {_each("materials", "m")}
    || ' ' || stand || CASE WHEN ROW.participants_least IS NULL THEN ':n:no' ELSE ':n:yes' END
    || ' ' || stand || CASE WHEN ROW.online THEN ':w:yes' ELSE ':w:no' END
    || CASE WHEN {LOW} THEN ' ' || stand || ':l:low' ELSE '' END
    || {ABOVE}
    FROM register_organisation, (SELECT {STAND} AS stand) AS its WHERE id = ROW.organisation_id)"""  # noqa: S608


def signs_of(row: str, vendor: str) -> str:
    """The SQL of its signs, parted by blanks."""
    return SIGNS.replace("DAY", DAY[vendor]).replace("ROW.", f"{row}.")


def stands(campaign: int, states: set[str], planned: set[bool], again: set[bool]) -> set[str]:
    """Of rows of one of these states, planned or held, told again or once."""
    parts = product(sorted(states), sorted(planned), sorted(again))
    return {f"{campaign}{state[0]}{'p' if soon else 'h'}{'a' if copy else 'o'}" for state, soon, copy in parts}
