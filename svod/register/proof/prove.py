"""All proofs, of one moment: people may go on working meanwhile."""

from collections.abc import Callable, Iterator

from svod.register.proof.database import database
from svod.register.proof.evidence import evidence, texts
from svod.register.proof.files import files
from svod.register.proof.flaw import Flaw
from svod.register.proof.history import history
from svod.register.proof.sums import editions, kept, merged, sums
from svod.register.safekeeping.moment import moment

# In the order in which they are told: what stands first explains what follows.
PROOFS: tuple[tuple[str, Callable[[], Iterator[Flaw]]], ...] = (
    ("texts as they were read", texts),
    ("evidence in its text", evidence),
    ("files as they came", files),
    ("history unbroken", history),
    ("tellings of the same", merged),
    ("sums equal to a recount", sums),
    ("kept sums equal to a recount", kept),
    ("frozen versions", editions),
)


def prove() -> Iterator[tuple[str, Iterator[Flaw]]]:
    """What is proven, and what is wrong with it. A database that cannot be trusted to answer is asked nothing more."""
    wrong = list(database())
    yield "the database", iter(wrong)
    if not wrong:
        with moment():
            for name, proof in PROOFS:
                yield name, proof()
