"""Categories of the lexicon that are asked for together."""

HELD = frozenset({"held.subject", "held.object", "held.joined"})
PRESENT = frozenset({"held.joined", "held.came"})  # somebody took part or came
KIND_VERBS = frozenset({"kind_verb", "kind_verb_weak", "kind_verb_object"})
KIND_CATEGORIES = KIND_VERBS | {"kind", "kind_formless"}  # what may name a kind
# What makes a verb of its clause.
VERBAL = (
    HELD
    | KIND_VERBS
    | {
        "planned.verb",
        "cancelled.word",
        "goal.word",
        "goal.history",
        "goal.umbrella",
        "held.carried_out",
        "held.heard",
        "held.came",
        "held.invited",
        "planned.invite",
    }
)
TELLS = VERBAL | {"kind"}  # what makes of a sentence more than a heading
