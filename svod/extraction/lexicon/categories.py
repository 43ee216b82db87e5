"""Categories of the lexicon that are asked for together."""

WAS_HELD = frozenset({"held.subject", "held.object"})
HELD = WAS_HELD | {"held.joined"}
PRESENT = frozenset({"held.joined", "held.came"})  # somebody took part or came
PEOPLE = frozenset({"audience", "measure.participants"})  # those whom a number counts
ATTENDED = PRESENT | {"held.attended"}
NOUNS = frozenset({"kind", "kind_formless"})  # what names an activity
KIND_VERBS = frozenset({"kind_verb", "kind_verb_weak", "kind_verb_object"})
# The future and the infinitive of such verbs: "раздадим листовки", "обещают раздать листовки".
AHEAD, TO_DO = "kind_verb_ahead", "kind_verb_to_do"
KIND_CATEGORIES = KIND_VERBS | {"kind", "kind_formless", AHEAD, TO_DO}  # what may name a kind
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
