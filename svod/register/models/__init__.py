"""The register's tables, one module for each noun."""

from svod.register.models.activity import Activity, ReportedTotal, State
from svod.register.models.campaign import Campaign
from svod.register.models.history import Change, Operation
from svod.register.models.organisation import Level, Organisation
from svod.register.models.people import Invitation, Person, Role, RoleAt
from svod.register.models.photo import Photo
from svod.register.models.resemblance import Resemblance
from svod.register.models.signature import Signature
from svod.register.models.submission import Document, Submission
from svod.register.models.upload import Upload

__all__ = [
    "Activity",
    "Campaign",
    "Change",
    "Document",
    "Invitation",
    "Level",
    "Operation",
    "Organisation",
    "Person",
    "Photo",
    "ReportedTotal",
    "Resemblance",
    "Role",
    "RoleAt",
    "Signature",
    "State",
    "Submission",
    "Upload",
]
