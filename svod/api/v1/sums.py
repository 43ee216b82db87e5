"""Honest sums, as every page tells them: at least, and at most."""

from ninja import Field, Schema

from svod.api.v1.shapes import Bounds


class SumOut(Schema):
    """`rows` stand for `activities`; `unknown` of the rows give no number of people, so attendances may be more."""

    rows: int = Field(examples=[12])
    activities: Bounds
    attendances: Bounds
    unknown: int = Field(examples=[3])
