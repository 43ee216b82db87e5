"""The plain immutable records that travel from stage to stage. They know no stage, no campaign and no framework."""

from svod.records.activity import Activity, NothingHeld, ReportedTotal
from svod.records.bounds import Bounds
from svod.records.period import Period
from svod.records.pieces import HandedOut, Move
from svod.records.problem import Problem
from svod.records.register import (
    Candidate,
    Contradiction,
    Coverage,
    DistinctActivity,
    Reading,
    Register,
    Scope,
    Total,
)
from svod.records.release import Release
from svod.records.report import (
    BarChart,
    Block as ReportBlock,
    Cell,
    Heading,
    Listing,
    Paragraph,
    Picture,
    Report,
    Run,
    Table,
    TileMap,
)
from svod.records.survey import EVERYBODY, Answered, SurveyCount, SurveyWave
from svod.records.text import Block, Document, Evidence, Span

__all__ = [
    "EVERYBODY",
    "Activity",
    "Answered",
    "BarChart",
    "Block",
    "Bounds",
    "Candidate",
    "Cell",
    "Contradiction",
    "Coverage",
    "DistinctActivity",
    "Document",
    "Evidence",
    "HandedOut",
    "Heading",
    "Listing",
    "Move",
    "NothingHeld",
    "Paragraph",
    "Period",
    "Picture",
    "Problem",
    "Reading",
    "Register",
    "Release",
    "Report",
    "ReportBlock",
    "ReportedTotal",
    "Run",
    "Scope",
    "Span",
    "SurveyCount",
    "SurveyWave",
    "Table",
    "TileMap",
    "Total",
]
