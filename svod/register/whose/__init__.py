"""Whose a file may be: what its folders, its name and the head of its text say, for a person to confirm."""

from svod.register.whose.names import Names
from svod.register.whose.propose import Ground, Proposal, propose

__all__ = ["Ground", "Names", "Proposal", "propose"]
