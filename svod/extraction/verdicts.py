"""Whether a mention of a kind is an activity: held, planned, or only spoken of.

A decision is a chain of small rules, each looking at one mention and answering with a verdict or nothing. Their order
is this list; what each needs is declared beside it. `svod explain` shows the name of the rule that decided.
"""

from svod.extraction import (
    retold_kk as retold,
    told_at_ru as told_at,
    verdicts_held as holding,
    verdicts_kk as kk,
    verdicts_named as named,
    verdicts_pointing as pointing,
    verdicts_ru as ru,
    verdicts_unheld as unheld,
)
from svod.extraction.rule import Chain, Rule


def rules() -> tuple[Rule, ...]:
    """All of them, in their order."""
    return (
        named.inside_quotation,
        retold.same_again,
        retold.goes_on_about_it,
        retold.bare_head,
        told_at.bare_head,
        told_at.award,
        told_at.always_there,
        retold.given_as_prize,
        retold.looked_round,
        retold.only_spoken_of,
        retold.handed_on,
        retold.sums_up,
        retold.habitual,
        unheld.called_off,
        kk.negated,
        ru.denied,
        unheld.history,
        ru.of_another_year,
        ru.formless,
        unheld.most_often,
        holding.verb_of_a_kind,
        named.umbrella,
        ru.told_by_which,
        named.only_a_campaign,
        named.not_carried_out,
        ru.aside,
        retold.advised,
        retold.named_for,
        retold.in_manner_of,
        told_at.dedicated_to,
        holding.goes_with_its_list,
        kk.governed_from_behind,
        holding.held_by_a_noun,
        holding.taken_part_in,
        told_at.took_place,
        told_at.stood_there,
        pointing.pointed_at,
        pointing.manner,
        holding.by_means_of,
        ru.invited_to,
        ru.came_to,
        told_at.came_with,
        told_at.joined_by_name,
        told_at.at_it,
        pointing.after_a_preposition,
        unheld.wished,
        ru.heading,
        ru.of_a_head,
        pointing.inside_another,
        told_at.inside_the_first,
        told_at.inside_what_heads,
        unheld.in_the_infinitive,
        ru.advised,
        ru.in_general,
        pointing.dependent,
        retold.points_at_gathering,
        kk.oblique,
        pointing.points_back,
        ru.fronted,
        ru.celebrated,
        ru.holds_another,
        ru.hoped,
        unheld.announced,
        ru.closed_with,
        holding.held,
        kk.another_verb,
        holding.without_a_verb,
        pointing.first_told,
    )


CHAIN = Chain(rules())
