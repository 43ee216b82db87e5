"""Places by the codes of the geography, so that "Орал" and "Уральск" are told together and by their usual name."""

from dataclasses import replace

from svod.packs.named_places import code_of_place
from svod.packs.pack import Geography
from svod.records import DistinctActivity, Register


def known_places(register: Register, geography: Geography) -> Register:
    """The register with the code of the unit as the place of whatever the geography knows the place of."""
    return replace(
        register,
        activities=tuple(_placed(one, geography) for one in register.activities),
        planned=tuple(_placed(one, geography) for one in register.planned),
        contradictions=tuple(
            replace(one, place=code_of_place(geography, one.scope.region, one.place) or one.place)
            for one in register.contradictions
        ),
    )


def _placed(one: DistinctActivity, geography: Geography) -> DistinctActivity:
    activity = one.activity
    code = code_of_place(geography, activity.region, activity.place)
    return DistinctActivity(one.id, activity.but(place=code), one.members, one.why) if code else one
