"""The register's tables, one module for each noun."""

from svod.register.models.activity import Activity
from svod.register.models.activity_table import ActivityTable
from svod.register.models.assistant import Assistant, Consultation
from svod.register.models.campaign import Campaign
from svod.register.models.edition import Edition, EditionFile
from svod.register.models.erasure import Erasure
from svod.register.models.expected import Expected
from svod.register.models.feed import Feed
from svod.register.models.finding import State
from svod.register.models.form_link import FormLink
from svod.register.models.history import Change, Operation
from svod.register.models.incoming import Incoming
from svod.register.models.letter import Letter, Reminder
from svod.register.models.mailbox import Mailbox
from svod.register.models.material import Issue, Material, PieceMove, PieceRequest
from svod.register.models.organisation import Level, Organisation
from svod.register.models.people import Invitation, Person, Role, RoleAt
from svod.register.models.photo import Photo
from svod.register.models.plan import Plan, PlannedActivity
from svod.register.models.plan_sheet import PlanSheet
from svod.register.models.publication import Publication, Released
from svod.register.models.report import Comment, Illustration, Passage, Recommendation, Report
from svod.register.models.resemblance import Resemblance
from svod.register.models.signature import Signature
from svod.register.models.submission import Document, Submission
from svod.register.models.survey import Answer, Survey
from svod.register.models.tally import Book, Tally, Touched
from svod.register.models.telegram import Chat, ChatCode, Outgoing, Receipt, TelegramBot, Update
from svod.register.models.total import ReportedTotal
from svod.register.models.upload import Upload

__all__ = [
    "Activity",
    "ActivityTable",
    "Answer",
    "Assistant",
    "Book",
    "Campaign",
    "Change",
    "Chat",
    "ChatCode",
    "Comment",
    "Consultation",
    "Document",
    "Edition",
    "EditionFile",
    "Erasure",
    "Expected",
    "Feed",
    "FormLink",
    "Illustration",
    "Incoming",
    "Invitation",
    "Issue",
    "Letter",
    "Level",
    "Mailbox",
    "Material",
    "Operation",
    "Organisation",
    "Outgoing",
    "Passage",
    "Person",
    "Photo",
    "PieceMove",
    "PieceRequest",
    "Plan",
    "PlanSheet",
    "PlannedActivity",
    "Publication",
    "Receipt",
    "Recommendation",
    "Released",
    "Reminder",
    "Report",
    "ReportedTotal",
    "Resemblance",
    "Role",
    "RoleAt",
    "Signature",
    "State",
    "Submission",
    "Survey",
    "Tally",
    "TelegramBot",
    "Touched",
    "Update",
    "Upload",
]
