"""How Kazakh words end, folded: what a rule may ask of a word that the lexicon does not know."""

from svod.extraction.lexicon.grammar import words

GENITIVE = tuple(words("genitive_kk"))  # "ойынның"
DATIVE, DATIVE_OF_THEIRS = tuple(words("dative_kk")), tuple(words("dative_of_theirs_kk"))  # "мектепке", "мектебіне"
ACCUSATIVE = tuple(words("accusative_kk"))  # "шараны"
LOCATIVE = tuple(words("locative_kk"))  # "мектепте"
ABLATIVE = tuple(words("ablative_kk"))  # "мектептен"
INSTRUMENTAL = tuple(words("instrumental_kk"))  # "полициямен"
ATTRIBUTIVE = tuple(words("attributive_kk"))  # "ауылдағы"
PLURAL = tuple(words("plural_kk"))  # "командалар", in the nominative
POSSESSIVE = tuple(words("possessive_kk"))  # "сағаты", "мектебі"
OURS = tuple(words("ours_kk"))  # "мектебіміз"
PARTICIPLE = tuple(words("participle_kk"))  # "жиналған", "келген"
CONVERB = tuple(words("converb_kk"))  # "өткізіп"
VERBAL_NOUN = "у"  # "тарату"
