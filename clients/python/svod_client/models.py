"""The shapes of the API. Written by `make client`."""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict


class ActivitiesAsked(TypedDict):
    """As the table of activities is filtered: each once, and only what was held, unless something else is asked for."""

    cursor: NotRequired[str]
    limit: NotRequired[int]
    state: NotRequired[list[Literal["draft", "confirmed", "rejected"]]]
    region: NotRequired[str]
    organisation: NotRequired[int | None]
    kind: NotRequired[str]
    asked: NotRequired[str]
    q: NotRequired[str]
    audience: NotRequired[str]
    partner: NotRequired[str]
    material: NotRequired[str]
    first: NotRequired[str | None]
    last: NotRequired[str | None]
    on: NotRequired[str]
    submission: NotRequired[int | None]
    planned: NotRequired[str]
    online: NotRequired[str]
    people: NotRequired[str]
    look: NotRequired[bool]
    copies: NotRequired[str]


class ActivityCorrection(TypedDict):
    kind: NotRequired[str | None]
    region: NotRequired[str | None]
    place: NotRequired[str | None]
    number_reason: NotRequired[str | None]
    confirm: NotRequired[bool]
    likes: NotRequired[Literal["", "submission", "organisation"]]
    title: NotRequired[str | None]
    first_day: NotRequired[str | None]
    last_day: NotRequired[str | None]
    organiser: NotRequired[str | None]
    participants: NotRequired[Bounds | None]
    count: NotRequired[Bounds | None]
    audience: NotRequired[list[str] | None]
    partners: NotRequired[list[str] | None]
    materials: NotRequired[list[str] | None]
    online: NotRequired[bool | None]
    planned: NotRequired[bool | None]
    keep_sources: NotRequired[bool]


class ActivityOut(TypedDict):
    id: int
    version: int
    state: Literal["draft", "confirmed", "rejected"]
    organisation: Place
    submission: int
    document: int
    start: int
    end: int
    quote: str
    kind: str
    region: str
    place: str
    confidence: float
    origins: dict[str, str]
    reasons: list[str]
    number_reason: str
    question: str
    answer: str
    decided_by: Who | None
    decided_at: str | None
    title: str
    first_day: str | None
    last_day: str | None
    organiser: str
    audience: list[str]
    participants: Bounds | None
    count: Bounds
    partners: list[str]
    materials: list[str]
    online: bool
    planned: bool
    same_as: int | None


class Against(TypedDict):
    by_kind: list[AgainstRow]
    by_region: list[AgainstRow]


class AgainstRow(TypedDict):
    """`beyond` was held and stands in no plan; `untold` was planned, and nobody has said which activity it is: it may have been held, and told, all the same."""

    code: str
    planned: int
    held: int
    beyond: int
    untold: int


class Answer(TypedDict):
    answer: Literal["same", "different"]


class AnswerIn(TypedDict):
    answer: str


class Asked(TypedDict):
    cursor: NotRequired[str]
    limit: NotRequired[int]
    q: NotRequired[str]
    level: NotRequired[Literal["national", "region", "district", "primary"] | None]
    below: NotRequired[int | None]


class AssistantChange(TypedDict):
    is_on: NotRequired[bool | None]
    url: NotRequired[str | None]
    model: NotRequired[str | None]
    is_own: NotRequired[bool | None]
    seconds: NotRequired[int | None]
    price_in: NotRequired[float | None]
    price_out: NotRequired[float | None]
    currency: NotRequired[str | None]


class AssistantOut(TypedDict):
    """The language model that is asked about what is handed in. Its key is in the environment and told to nobody."""

    version: int
    is_on: bool
    url: str
    model: str
    is_own: bool
    seconds: int
    price_in: str
    price_out: str
    currency: str


class Below(TypedDict):
    below: NotRequired[int | None]


class Bounds(TypedDict):
    """A number as far as it is known: at least, and at most; `most` is null where the text leaves it open."""

    least: int
    most: NotRequired[int | None]


class Came(TypedDict):
    """How many messages came in the last 30 days, and what became of them."""

    all: int
    held: int
    received: int
    refused: int
    unanswered: int


class CampaignDays(TypedDict):
    first_day: str
    last_day: str
    report_by: str


class CampaignIn(TypedDict):
    pack: str
    year: int
    organisation: int


class CampaignOut(TypedDict):
    slug: str
    name: str
    pack: str
    year: int
    organisation: Place
    first_day: str
    last_day: str
    report_by: str


class Candidate(TypedDict):
    """A sentence of a submission that recommends or decides something."""

    text: str
    organisation: str
    activity: int


class Care(TypedDict):
    """Words to think about before they are sent. It stops nothing."""

    cases: list[str]
    names: list[str]


class Certain(TypedDict):
    submission: NotRequired[int | None]
    pairs: NotRequired[list[int] | None]


class ChangeOut(TypedDict):
    """A row: what changed in it. `before` is null where it was made, `after` where it was deleted."""

    model: str
    row: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    version: int


class ChoosablePhoto(TypedDict):
    id: int
    submission: int
    organisation: Place
    width: int
    height: int


class ChosenOut(TypedDict):
    question: str
    choice: str
    group: str
    number: Bounds
    answered: int | None


class Clash(TypedDict):
    """Several activities on one day at one place."""

    day: str
    place: str
    activities: list[PlannedOut]


class CommentIn(TypedDict):
    text: str


class CommentOut(TypedDict):
    id: int
    key: str
    text: str
    person: Who
    at: str
    is_settled: bool


class Compared(TypedDict):
    title: str
    how: Literal["added", "removed", "changed"]
    differences: list[StretchOut]


class Conflict(TypedDict):
    """Two numbers that cannot both be true, each with the documents that say so; none: the register lists it."""

    scope: ScopeOut
    place: str | None
    title: str | None
    one: Bounds
    other: Bounds
    one_documents: list[int]
    other_documents: list[int]


class ConsultationOut(TypedDict):
    """A part of a text that was sent: where it lies, and what came of it; no words."""

    id: int
    submission: int
    document: str
    start: int
    end: int
    at: str
    host: str
    model: str
    own: bool
    masked: int
    outcome: str
    tokens_in: int | None
    tokens_out: int | None
    cost: str | None
    currency: str


class CoverageOut(TypedDict):
    is_fixed: bool
    by_level: list[ShareOut]
    lines: list[LineOut]
    overdue: int


class DaySum(TypedDict):
    day: str
    sum: SumOut


class DecideIn(TypedDict):
    decision: Literal["approve", "return"]
    remark: NotRequired[str]


class DeclineIn(TypedDict):
    answer: NotRequired[str]


class DeliveriesAsked(TypedDict):
    cursor: NotRequired[str]
    limit: NotRequired[int]
    state: NotRequired[Literal["waiting", "delivered", "given_up", "dropped"] | None]


class DeliveryOut(TypedDict):
    id: int
    message: str
    event: str
    state: Literal["waiting", "delivered", "given_up", "dropped"]
    body: str
    tries: list[TryOut]
    next_at: str
    made_at: str
    ended_at: str | None


class DifferenceOut(TypedDict):
    field: str
    now: str
    said: str
    was: str


class DocumentOut(TypedDict):
    """A text that was read. It never changes, so a place in it means the same for ever."""

    id: int
    position: int
    source: str
    format: str
    language: str
    text: str
    text_sha256: str


class Done(TypedDict):
    """It was done; how many rows or places it was."""

    number: NotRequired[int]


class DueIn(TypedDict):
    """The day for each level that has organisations."""

    region: NotRequired[str | None]
    district: NotRequired[str | None]
    primary: NotRequired[str | None]
    national: NotRequired[str | None]


class DutyIn(TypedDict):
    due: str
    excused_why: NotRequired[str]


class DutyOut(TypedDict):
    organisation: Place
    due: str
    excused_why: str


class EditionFileOut(TypedDict):
    name: str
    size: int
    sha256: str


class EditionOut(TypedDict):
    number: int
    code: str
    address: str
    state: Literal["waiting", "ready", "failed"]
    sha256: str
    files: list[EditionFileOut]
    made_by: Who
    made_at: str
    signed_by: Who | None
    signed_at: str | None
    withdrawn_by: Who | None
    withdrawn_at: str | None
    withdrawn_why: str
    holds: bool


class ErasureIn(TypedDict):
    words: str
    reason: str


class ErasureOut(TypedDict):
    id: int
    reason: str
    state: Literal["searching", "found", "erasing", "done", "nobody"]
    erased: int
    asked_by: Who
    asked_at: str


class ErasureWhole(TypedDict):
    id: int
    reason: str
    state: Literal["searching", "found", "erasing", "done", "nobody"]
    erased: int
    asked_by: Who
    asked_at: str
    words: str
    places: list[PlaceHeld]


class FactIn(TypedDict):
    fact: NotRequired[str]


class FeedIn(TypedDict):
    organisation: int


class FeedOut(TypedDict):
    id: int
    organisation: Place
    link: str
    made_at: str


class Figures(TypedDict):
    view: Literal["confirmed", "all"]
    listed: SumOut
    totals: list[Honest]
    conflicts: list[Conflict]
    by_region: list[Row]
    by_kind: list[Row]
    by_audience: list[Row]
    by_day: list[DaySum]
    drafts: int


class FiguresAsked(TypedDict):
    view: NotRequired[Literal["confirmed", "all"]]
    below: NotRequired[int | None]


class ForWhomIn(TypedDict):
    organisation: int


class FormLinkOut(TypedDict):
    id: int
    organisation: Place
    created_by: Who
    created_at: str
    holds: bool
    address: str


class Going(TypedDict):
    person: Who
    way: str
    organisations: list[Place]


class GrantIn(TypedDict):
    granted: int
    answer: NotRequired[str]


class Ground(TypedDict):
    where: str
    words: str


class HandOutIn(TypedDict):
    what: NotRequired[Literal["give", "pass"]]
    source: int
    target: NotRequired[int | None]
    issue: int
    pieces: int
    day: str
    why: NotRequired[str]
    activity: NotRequired[int | None]


class HeldAs(TypedDict):
    day: str
    people: NotRequired[str]


class HeldAsked(TypedDict):
    cursor: NotRequired[str]
    limit: NotRequired[int]
    state: NotRequired[Literal["held", "refused"]]


class HeldIn(TypedDict):
    """An activity that was held, field by field. Numbers of people as one says them: “45”, “about 50”."""

    organisation: int
    key: NotRequired[str]
    kind: str
    day: NotRequired[str | None]
    title: NotRequired[str]
    place: NotRequired[str]
    people: NotRequired[str]
    audience: NotRequired[list[str]]
    partners: NotRequired[list[str]]


class HistoryAsked(TypedDict):
    cursor: NotRequired[str]
    limit: NotRequired[int]
    person: NotRequired[int | None]
    verb: NotRequired[str]
    row: NotRequired[str]


class Honest(TypedDict):
    """At least the larger of what is listed and what somebody reported; `unknown` activities give no number."""

    scope: ScopeOut
    value: Bounds
    listed: Bounds
    reported: Bounds | None
    unknown: int


class IatiAsked(TypedDict):
    identifier: str


class IllustrationIn(TypedDict):
    photo: int
    caption: str
    faces: NotRequired[Literal["nobody", "grown", "children"]]
    consent: str


class IllustrationOut(TypedDict):
    id: int
    photo: int
    caption: str
    faces: Literal["nobody", "grown", "children"]
    consent: str
    chosen_by: Who


class Import(TypedDict):
    """What each row does; `operation` is what wrote it, null where it was only looked at."""

    operation: int | None
    rows: list[ImportRow]


class ImportRow(TypedDict):
    number: int
    state: str
    name: str
    errors: list[str]


class InvitationIn(TypedDict):
    role: NotRequired[Literal["reader", "reporter", "reviewer", "coordinator", "administrator"]]
    below: NotRequired[bool]
    uses: NotRequired[int]
    days: NotRequired[int]


class InvitationOut(TypedDict):
    id: int
    organisation: Place
    role: Literal["reader", "reporter", "reviewer", "coordinator", "administrator"]
    below: bool
    uses_left: int
    expires_at: str
    created_by: Who
    holds: bool
    link: NotRequired[str]


class IssueOut(TypedDict):
    """A version of a material in a language."""

    id: int
    language: Literal["ru", "kk", "en", "both", "none"]
    number: int
    name: str
    size: int
    link: str
    added_at: str


class LanguageAsked(TypedDict):
    language: NotRequired[str]


class LeftOut(TypedDict):
    """What a text may tell besides its drafts. Nothing counts from it."""

    document: int
    place: int
    model: str
    kind: str
    start: int
    end: int
    quote: str
    why: str


class LeftOutAnswer(TypedDict):
    take_in: bool


class LetterOut(TypedDict):
    id: int
    about: Literal["own", "below"]
    way: Literal["mail", "telegram"]
    state: Literal["waiting", "sending", "sent", "failed", "needless"]
    person: Who
    sent_by: Who | None
    organisations: list[Place]
    made_at: str
    ended_at: str | None


class LineOut(TypedDict):
    organisation: Place
    heard: str
    is_late: bool
    due: str
    subtree: ShareOut | None


class LinkIn(TypedDict):
    activity: NotRequired[int | None]


class Listing(TypedDict):
    """Which piece of a list."""

    cursor: NotRequired[str]
    limit: NotRequired[int]


class LogAsked(TypedDict):
    cursor: NotRequired[str]
    limit: NotRequired[int]
    what: NotRequired[Literal["", "given"]]


class Made(TypedDict):
    """Something new, under its key."""

    id: int


class MailboxOut(TypedDict):
    address: str
    fetched_at: str | None
    trouble: str


class MaterialChange(TypedDict):
    kind: NotRequired[str | None]
    title: NotRequired[str | None]
    about: NotRequired[str | None]
    is_public: NotRequired[bool | None]


class MaterialIn(TypedDict):
    organisation: int
    kind: str
    title: str
    about: NotRequired[str]
    is_public: NotRequired[bool]


class MaterialOut(TypedDict):
    id: int
    version: int
    organisation: Place
    kind: str
    title: str
    about: str
    is_public: bool


class MaterialWhole(TypedDict):
    id: int
    version: int
    organisation: Place
    kind: str
    title: str
    about: str
    is_public: bool
    issues: list[IssueOut]
    stock: list[Stock]


class Me(TypedDict):
    person: Who
    token: str
    scopes: list[str]
    below: Place
    expires_at: str
    roles: list[RoleHeld]


class MessageOut(TypedDict):
    id: int
    channel: str
    sender: str
    sender_name: str
    name: str
    text: str
    size: int
    state: Literal["held", "received", "refused"]
    held_why: str
    refused_why: str
    person: Who | None
    submission: int | None
    proposed: Place | None
    grounds: list[Ground]
    came_at: str


class Missed(TypedDict):
    """Words of a text that tell an activity the machine missed. `quote` is looked for unless `start` and `end` say."""

    document: int
    kind: str
    quote: str
    start: NotRequired[int | None]
    end: NotRequired[int | None]


class MoveOut(TypedDict):
    """A line of the log. No source: printed. No target: given out to people."""

    id: int
    issue: int
    source: Place | None
    target: Place | None
    pieces: int
    day: str
    activity: int | None
    why: str


class Named(TypedDict):
    code: str
    name: str


class NothingIn(TypedDict):
    organisation: int
    key: NotRequired[str]
    reason: NotRequired[str]


class OperationOut(TypedDict):
    id: int
    verb: str
    person: Who | None
    organisation: Place | None
    at: str
    note: str
    undoes: int | None


class OperationWhole(TypedDict):
    id: int
    verb: str
    person: Who | None
    organisation: Place | None
    at: str
    note: str
    undoes: int | None
    changes: list[ChangeOut]


class OrganisationChange(TypedDict):
    name: NotRequired[str | None]
    level: NotRequired[Literal["national", "region", "district", "primary"] | None]
    name_kk: NotRequired[str | None]
    short: NotRequired[str | None]
    unit: NotRequired[str | None]
    number: NotRequired[str | None]
    contact: NotRequired[str | None]
    is_closed: NotRequired[bool | None]


class OrganisationIn(TypedDict):
    name: str
    level: Literal["national", "region", "district", "primary"]
    name_kk: NotRequired[str]
    short: NotRequired[str]
    unit: NotRequired[str]
    number: NotRequired[str]
    contact: NotRequired[str]


class OrganisationOut(TypedDict):
    id: int
    version: int
    name: str
    name_kk: str
    short: str
    level: Literal["national", "region", "district", "primary"]
    unit: str
    number: str
    contact: str
    is_closed: bool
    above: NotRequired[int | None]


class Other(TypedDict):
    other: int


class Outcome(TypedDict):
    """What became of one file: received, already (it was handed in before) or refused."""

    name: str
    state: str
    submission: NotRequired[int | None]
    message: NotRequired[str]


class Outcomes(TypedDict):
    outcomes: list[Outcome]
    passed: list[str]


class PageOfActivityOut(TypedDict):
    items: list[ActivityOut]
    next: NotRequired[str | None]


class PageOfCampaignOut(TypedDict):
    items: list[CampaignOut]
    next: NotRequired[str | None]


class PageOfChoosablePhoto(TypedDict):
    items: list[ChoosablePhoto]
    next: NotRequired[str | None]


class PageOfConsultationOut(TypedDict):
    items: list[ConsultationOut]
    next: NotRequired[str | None]


class PageOfDeliveryOut(TypedDict):
    items: list[DeliveryOut]
    next: NotRequired[str | None]


class PageOfEditionOut(TypedDict):
    items: list[EditionOut]
    next: NotRequired[str | None]


class PageOfErasureOut(TypedDict):
    items: list[ErasureOut]
    next: NotRequired[str | None]


class PageOfFormLinkOut(TypedDict):
    items: list[FormLinkOut]
    next: NotRequired[str | None]


class PageOfInvitationOut(TypedDict):
    items: list[InvitationOut]
    next: NotRequired[str | None]


class PageOfLetterOut(TypedDict):
    items: list[LetterOut]
    next: NotRequired[str | None]


class PageOfMaterialOut(TypedDict):
    items: list[MaterialOut]
    next: NotRequired[str | None]


class PageOfMessageOut(TypedDict):
    items: list[MessageOut]
    next: NotRequired[str | None]


class PageOfMoveOut(TypedDict):
    items: list[MoveOut]
    next: NotRequired[str | None]


class PageOfOperationOut(TypedDict):
    items: list[OperationOut]
    next: NotRequired[str | None]


class PageOfOrganisationOut(TypedDict):
    items: list[OrganisationOut]
    next: NotRequired[str | None]


class PageOfPairOut(TypedDict):
    items: list[PairOut]
    next: NotRequired[str | None]


class PageOfPlanOut(TypedDict):
    items: list[PlanOut]
    next: NotRequired[str | None]


class PageOfPublicationOut(TypedDict):
    items: list[PublicationOut]
    next: NotRequired[str | None]


class PageOfReportOut(TypedDict):
    items: list[ReportOut]
    next: NotRequired[str | None]


class PageOfRequestOut(TypedDict):
    items: list[RequestOut]
    next: NotRequired[str | None]


class PageOfRoleOut(TypedDict):
    items: list[RoleOut]
    next: NotRequired[str | None]


class PageOfSubmissionOut(TypedDict):
    items: list[SubmissionOut]
    next: NotRequired[str | None]


class PageOfSurveyOut(TypedDict):
    items: list[SurveyOut]
    next: NotRequired[str | None]


class PageOfTableOut(TypedDict):
    items: list[TableOut]
    next: NotRequired[str | None]


class PageOfTotalOut(TypedDict):
    items: list[TotalOut]
    next: NotRequired[str | None]


class PageOfUnlinked(TypedDict):
    items: list[Unlinked]
    next: NotRequired[str | None]


class PageOfWebhookOut(TypedDict):
    items: list[WebhookOut]
    next: NotRequired[str | None]


class PairOut(TypedDict):
    """Two activities of different submissions that may be one."""

    id: int
    one: int
    other: int
    score: float
    certain: bool
    decision: Literal["open", "same", "different"]


class PairsAsked(TypedDict):
    cursor: NotRequired[str]
    limit: NotRequired[int]
    decision: NotRequired[Literal["open", "same", "different"]]


class PartIn(TypedDict):
    kind: str
    participants: NotRequired[Bounds | None]
    title: NotRequired[str]


class Parts(TypedDict):
    parts: list[PartIn]


class PassageIn(TypedDict):
    text: str
    version: NotRequired[int]


class PassageOut(TypedDict):
    """A part of the report. In `text`, "[45 #12.people]" binds words to a fact of the register."""

    key: str
    title: str
    level: int
    text: str
    shown: str
    version: int
    untrue: list[UntrueOut]
    unfounded: list[str]
    is_behind: bool
    private: list[PrivateOut]
    open_comments: int


class PersonOut(TypedDict):
    id: int
    username: str
    name: str
    is_active: bool
    last_login: str | None
    roles: list[RoleOut]


class PhotoOut(TypedDict):
    id: int
    size: int
    width: int
    height: int


class Place(TypedDict):
    """An organisation, where it is only named."""

    id: int
    name: str


class PlaceHeld(TypedDict):
    where: str
    number: int
    field: str
    words: str


class PlanOut(TypedDict):
    id: int
    version: int
    organisation: Place
    state: Literal["draft", "sent", "returned", "approved"]
    remark: str
    decided_by: Who | None
    decided_at: str | None


class PlanWhole(TypedDict):
    plan: PlanOut | None
    activities: list[PlannedOut]
    clashes: list[Clash]
    overloaded: list[str]


class PlannedChange(TypedDict):
    kind: NotRequired[str | None]
    title: NotRequired[str | None]
    first_day: NotRequired[str | None]
    last_day: NotRequired[str | None]
    place: NotRequired[str | None]
    responsible: NotRequired[str | None]
    audience: NotRequired[list[str] | None]
    partners: NotRequired[list[str] | None]
    expected: NotRequired[str | None]


class PlannedIn(TypedDict):
    kind: str
    title: NotRequired[str]
    first_day: NotRequired[str | None]
    last_day: NotRequired[str | None]
    place: NotRequired[str]
    responsible: NotRequired[str]
    audience: NotRequired[list[str]]
    partners: NotRequired[list[str]]
    expected: NotRequired[str]


class PlannedOut(TypedDict):
    id: int
    version: int
    organisation: Place
    kind: str
    title: str
    first_day: str | None
    last_day: str | None
    place: str
    responsible: str
    audience: list[str]
    partners: list[str]
    expected: Bounds | None
    held: int | None


class PlansAsked(TypedDict):
    cursor: NotRequired[str]
    limit: NotRequired[int]
    state: NotRequired[Literal["draft", "sent", "returned", "approved"] | None]


class PrintedIn(TypedDict):
    pieces: int
    day: str


class PrivateOut(TypedDict):
    """Words that are masked in what goes out; released by their key."""

    words: str
    key: str
    kind: str


class PublicationOut(TypedDict):
    id: int
    state: Literal["waiting", "ready", "failed"]
    made_by: Who
    made_at: str
    published_by: Who | None
    shown_from: str | None
    taken_down_by: Who | None
    taken_down_at: str | None
    taken_down_why: str
    is_shown: bool


class PublicationWhole(TypedDict):
    id: int
    state: Literal["waiting", "ready", "failed"]
    made_by: Who
    made_at: str
    published_by: Who | None
    shown_from: str | None
    taken_down_by: Who | None
    taken_down_at: str | None
    taken_down_why: str
    is_shown: bool
    content: dict[str, Any]
    held: list[dict[str, Any]]


class Question(TypedDict):
    question: NotRequired[str]


class Reading(TypedDict):
    """How far reading has come, of all that is being read together."""

    since: str
    read: int
    total: int
    seconds_left: int | None


class Reason(TypedDict):
    why: NotRequired[str]


class RecommendationIn(TypedDict):
    text: str
    who: NotRequired[str]
    activity: NotRequired[int | None]


class RecommendationOut(TypedDict):
    id: int
    who: str
    text: str
    activity: int | None


class Recommendations(TypedDict):
    noted: list[RecommendationOut]
    candidates: list[Candidate]


class ReleaseIn(TypedDict):
    key: str
    reason: str


class RemindIn(TypedDict):
    organisations: list[int]
    note: NotRequired[str]


class ReplacedIn(TypedDict):
    earlier: int


class ReportChange(TypedDict):
    title: NotRequired[str | None]
    language: NotRequired[str | None]
    length: NotRequired[str | None]
    style: NotRequired[str | None]
    with_drafts: NotRequired[bool | None]
    first_day: NotRequired[str | None]
    last_day: NotRequired[str | None]


class ReportIn(TypedDict):
    organisation: int
    title: NotRequired[str]
    language: NotRequired[str]
    length: NotRequired[str]
    style: NotRequired[str]
    with_drafts: NotRequired[bool]
    first_day: NotRequired[str | None]
    last_day: NotRequired[str | None]


class ReportOut(TypedDict):
    id: int
    version: int
    organisation: Place
    title: str
    language: str
    length: str
    style: str
    with_drafts: bool
    first_day: str | None
    last_day: str | None
    created_by: Who
    created_at: str


class ReportWhole(TypedDict):
    id: int
    version: int
    organisation: Place
    title: str
    language: str
    length: str
    style: str
    with_drafts: bool
    first_day: str | None
    last_day: str | None
    created_by: Who
    created_at: str
    untrue: int
    passages: list[PassageOut]


class RequestIn(TypedDict):
    organisation: int
    issue: int
    pieces: int
    note: NotRequired[str]


class RequestOut(TypedDict):
    id: int
    version: int
    issue: int
    organisation: Place
    pieces: int
    note: str
    state: Literal["asked", "granted", "sent", "declined"]
    granted: int | None
    answer: str
    asked_by: Who
    asked_at: str


class RequestsAsked(TypedDict):
    cursor: NotRequired[str]
    limit: NotRequired[int]
    state: NotRequired[Literal["asked", "granted", "sent", "declined"] | None]


class RoleHeld(TypedDict):
    organisation: Place
    role: str


class RoleIn(TypedDict):
    role: Literal["reader", "reporter", "reviewer", "coordinator", "administrator"]


class RoleOut(TypedDict):
    id: int
    person: Who
    organisation: Place
    role: Literal["reader", "reporter", "reviewer", "coordinator", "administrator"]


class RolesAsked(TypedDict):
    cursor: NotRequired[str]
    limit: NotRequired[int]
    q: NotRequired[str]
    role: NotRequired[Literal["reader", "reporter", "reviewer", "coordinator", "administrator"] | None]


class Row(TypedDict):
    code: str
    sum: SumOut


class RuleIn(TypedDict):
    """Days after the due day; null: no letter goes without a person's word."""

    remind_after: NotRequired[int | None]
    escalate_after: NotRequired[int | None]


class Rung(TypedDict):
    """An organisation's part: its own and everything below it, with what is left to do before it is signed."""

    organisation: Place
    submissions: int
    unread: int
    stuck: int
    drafts: int
    signature: SignatureOut | None
    waits_for: list[Place]
    may_sign: bool
    is_ready: bool


class RungIn(TypedDict):
    number: str
    works: bool


class ScopeOut(TypedDict):
    """What a number counts; null: every region, every kind."""

    measure: str
    region: str | None
    kind: str | None


class SendIn(TypedDict):
    pieces: int
    day: str
    why: NotRequired[str]


class ShareOut(TypedDict):
    """How many of those that are to report have; rates in whole per cent, rounded down, null of nobody."""

    level: str
    expected: int
    reported: int
    only_below: int
    denied: int
    late: int
    on_time: int
    unread: int
    silent: int
    rate: int | None
    timeliness: int | None


class SheetOut(TypedDict):
    id: int
    name: str
    state: Literal["received", "read", "unreadable", "taken"]
    problem: str
    rows: list[SheetRow]


class SheetRow(TypedDict):
    number: int
    kind: str
    title: str
    first_day: str | None
    last_day: str | None
    is_there: bool


class SignatureOut(TypedDict):
    id: int
    organisation: Place
    signed_by: Who
    signed_at: str
    reopened_by: Who | None
    reopened_at: str | None
    reopened_why: str


class SourceOut(TypedDict):
    """Where it is said: the words, those around them, whose text it is, and its page."""

    organisation: str
    before: str
    words: str
    after: str
    address: str


class Sources(TypedDict):
    words: str
    number: int
    sources: list[SourceOut]


class StandBehind(TypedDict):
    number_reason: NotRequired[str]


class Standing(TypedDict):
    """How an organisation stands in a campaign, with all below it."""

    organisation: OrganisationOut
    heard: str | None
    is_late: bool
    due: str
    excused_why: str
    confirmed: SumOut
    all: SumOut


class Stock(TypedDict):
    issue: int
    organisation: Place
    pieces: int


class StretchOut(TypedDict):
    how: str
    text: str


class SubmissionOut(TypedDict):
    id: int
    name: str
    organisation: Place
    channel: str
    state: Literal["received", "reading", "read", "unreadable", "withdrawn"]
    sha256: str
    size: int
    received_by: Who | None
    received_at: str
    read_at: str | None
    is_stuck: bool
    set_aside_why: str
    replaces: int | None
    told_as: str | None
    drafts: int
    confirmed: int
    rejected: int
    denies: bool
    problems: list[str]


class SubmissionWhole(TypedDict):
    id: int
    name: str
    organisation: Place
    channel: str
    state: Literal["received", "reading", "read", "unreadable", "withdrawn"]
    sha256: str
    size: int
    received_by: Who | None
    received_at: str
    read_at: str | None
    is_stuck: bool
    set_aside_why: str
    replaces: int | None
    told_as: str | None
    drafts: int
    confirmed: int
    rejected: int
    denies: bool
    problems: list[str]
    documents: list[DocumentOut]
    photos: list[PhotoOut]


class SubmissionsAsked(TypedDict):
    cursor: NotRequired[str]
    limit: NotRequired[int]
    state: NotRequired[str]
    organisation: NotRequired[int | None]


class SumOut(TypedDict):
    """`rows` stand for `activities`; `unknown` of the rows give no number of people, so attendances may be more."""

    rows: int
    activities: Bounds
    attendances: Bounds
    unknown: int


class SurveyIn(TypedDict):
    organisation: int
    code: str
    wave: Literal["before", "after", "once"]
    last_day: str


class SurveyOut(TypedDict):
    id: int
    version: int
    organisation: Place
    code: str
    wave: Literal["before", "after", "once"]
    state: str
    link: str
    first_day: str
    last_day: str
    closed_on: str | None
    discarded_why: str
    posters: list[str]


class SwitchIn(TypedDict):
    on: bool


class TableOut(TypedDict):
    id: int
    organisation: Place
    name: str
    received_by: Who
    received_at: str


class TableRow(TypedDict):
    """What a row would do: new, changed, same, conflict, error …"""

    number: int
    state: str
    seen: str
    activity: int | None
    heading: str
    errors: list[str]
    notes: list[str]
    changes: list[DifferenceOut]


class TableWhole(TypedDict):
    id: int
    organisation: Place
    name: str
    received_by: Who
    received_at: str
    rows: list[TableRow]
    missing: list[int]


class TakeIn(TypedDict):
    rows: list[int]
    kinds: NotRequired[dict[str, str]]


class TakenIn(TypedDict):
    seen: list[str]


class TemplateAsked(TypedDict):
    organisation: int
    language: NotRequired[str]


class TextIn(TypedDict):
    organisation: int
    text: str


class ToWhomIn(TypedDict):
    organisation: int


class ToldTextIn(TypedDict):
    organisation: int
    key: NotRequired[str]
    text: str


class TotalCorrection(TypedDict):
    kind: NotRequired[str | None]
    region: NotRequired[str | None]
    place: NotRequired[str | None]
    number_reason: NotRequired[str | None]
    confirm: NotRequired[bool]
    likes: NotRequired[Literal["", "submission", "organisation"]]
    measure: NotRequired[str | None]
    value: NotRequired[Bounds | None]


class TotalOut(TypedDict):
    id: int
    version: int
    state: Literal["draft", "confirmed", "rejected"]
    organisation: Place
    submission: int
    document: int
    start: int
    end: int
    quote: str
    kind: str
    region: str
    place: str
    confidence: float
    origins: dict[str, str]
    reasons: list[str]
    number_reason: str
    question: str
    answer: str
    decided_by: Who | None
    decided_at: str | None
    measure: str
    value: Bounds


class TotalsAsked(TypedDict):
    cursor: NotRequired[str]
    limit: NotRequired[int]
    state: NotRequired[list[Literal["draft", "confirmed", "rejected"]]]
    region: NotRequired[str]
    organisation: NotRequired[int | None]
    kind: NotRequired[str]
    asked: NotRequired[str]
    measure: NotRequired[str]


class TryOut(TypedDict):
    at: str
    status: int
    said: str


class TypedIn(TypedDict):
    text: str


class Unlinked(TypedDict):
    planned: PlannedOut
    likely: list[int]


class UnlinkedAsked(TypedDict):
    cursor: NotRequired[str]
    limit: NotRequired[int]
    by: NotRequired[Literal["kind", "region"] | None]
    code: NotRequired[str]


class UntrueOut(TypedDict):
    """A number in somebody's words that the register no longer says; `now` is empty where it has it no more."""

    fact: str
    was: str
    now: str


class UploadIn(TypedDict):
    organisation: int
    name: str
    size: int
    modified: NotRequired[int]


class UploadOut(TypedDict):
    id: str
    name: str
    size: int
    arrived: int
    submission: NotRequired[int | None]


class Verified(TypedDict):
    """What anybody is told of a version."""

    code: str
    organisation: str
    made_at: str
    signed_by: str | None
    signed_at: str | None
    holds: bool
    files: list[EditionFileOut]


class WaveOut(TypedDict):
    """The answers of one wave, of all organisations of the part together."""

    survey: str
    wave: str
    times: int
    forms: dict[str, int]
    chosen: list[ChosenOut]


class Ways(TypedDict):
    mailbox: MailboxOut | None
    came_by_mail: Came
    bot: str | None
    came_by_telegram: Came


class WebhookIn(TypedDict):
    url: str
    organisation: int
    events: NotRequired[list[str]]


class WebhookMade(TypedDict):
    id: int
    url: str
    events: list[str]
    organisation: Place
    is_on: bool
    rests_until: str | None
    made_at: str
    secret: str


class WebhookOut(TypedDict):
    id: int
    url: str
    events: list[str]
    organisation: Place
    is_on: bool
    rests_until: str | None
    made_at: str


class WhenIn(TypedDict):
    shown_from: NotRequired[str | None]


class Who(TypedDict):
    """Somebody who signs in, or a service."""

    id: int
    name: str


class WhoseIn(TypedDict):
    organisation: int


class Words(TypedDict):
    """The codes that rows hold, with their names in the language that is asked for."""

    kinds: list[Named]
    audiences: list[Named]
    partners: list[Named]
    materials: list[Named]
    regions: list[Named]
    surveys: list[Named]


class WordsIn(TypedDict):
    text: str


class WouldGo(TypedDict):
    """Whom letters would reach now, and why others get none."""

    letters: list[Going]
    resting: list[Place]
    nobody: list[Place]
