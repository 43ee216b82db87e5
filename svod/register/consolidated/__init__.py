"""The consolidated report from the register: the rows become the core's records, the core tells them.

extent.py     what of a campaign a report is about, and which rows that is
rows.py       the rows become the core's Register
told.py       what the narrator says of it now, remembered
facts.py      what words can be bound to: of activities; scopes.py of regions and of the whole
marks.py      "[45 #12.people]": words bound to a fact, in plain text
passages.py   the narrator's tree in passages, its words bound
binding.py    a person's words, bound
standing.py   which of them still hold
byhand.py     all that people added; adopted.py what they may add; discreet.py what of it must not go out
tree.py       the report as it stands
kept.py       as a version keeps it; compared.py two texts side by side
"""

from svod.register.consolidated.extent import Extent
from svod.register.consolidated.rows import register_of

__all__ = ["Extent", "register_of"]
