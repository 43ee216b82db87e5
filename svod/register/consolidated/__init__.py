"""The consolidated report from the register: the rows become the core's records, the core tells them.

extent.py     what of a campaign a report is about, and which rows that is
rows.py       the rows become the core's Register
"""

from svod.register.consolidated.extent import Extent
from svod.register.consolidated.rows import register_of

__all__ = ["Extent", "register_of"]
