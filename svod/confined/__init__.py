"""Work on what somebody handed in, in a process of its own with limits: what it eats or never ends harms nobody.

The process lives on and does one piece of work after the other; where one ends it, the next begins another. Time is
limited everywhere, by the processor's clock and by the wall's; memory where the system holds RLIMIT_AS (Linux; macOS
takes it and does not keep to it).
"""

from svod.confined.child import MEGABYTE, Allowance
from svod.confined.process import Confined, Ended
from svod.confined.several import Several, several

__all__ = ["MEGABYTE", "Allowance", "Confined", "Ended", "Several", "several"]
