"""The operations of the API. Written by `make client`."""

from typing import Any, Literal

from svod_client.line import File, Line
from svod_client.models import (
    ActivityCorrection,
    ActivityOut,
    Against,
    Answer,
    AnswerIn,
    AssistantChange,
    AssistantOut,
    Bounds,
    CampaignDays,
    CampaignIn,
    CampaignOut,
    Care,
    Certain,
    CommentIn,
    CommentOut,
    Compared,
    CoverageOut,
    DecideIn,
    DeclineIn,
    DeliveryOut,
    Done,
    DueIn,
    DutyIn,
    DutyOut,
    EditionOut,
    ErasureIn,
    ErasureOut,
    ErasureWhole,
    FactIn,
    FeedIn,
    FeedOut,
    Figures,
    ForWhomIn,
    FormLinkOut,
    GrantIn,
    HandOutIn,
    HeldAs,
    HeldIn,
    IllustrationIn,
    IllustrationOut,
    Import,
    InvitationIn,
    InvitationOut,
    IssueOut,
    LeftOut,
    LeftOutAnswer,
    LetterOut,
    LinkIn,
    Made,
    MaterialChange,
    MaterialIn,
    MaterialOut,
    MaterialWhole,
    Me,
    MessageOut,
    Missed,
    MoveOut,
    NothingIn,
    OperationOut,
    OperationWhole,
    OrganisationChange,
    OrganisationIn,
    OrganisationOut,
    Other,
    Outcomes,
    PageOfActivityOut,
    PageOfCampaignOut,
    PageOfChoosablePhoto,
    PageOfConsultationOut,
    PageOfDeliveryOut,
    PageOfEditionOut,
    PageOfErasureOut,
    PageOfFormLinkOut,
    PageOfInvitationOut,
    PageOfLetterOut,
    PageOfMaterialOut,
    PageOfMessageOut,
    PageOfMoveOut,
    PageOfOperationOut,
    PageOfOrganisationOut,
    PageOfPairOut,
    PageOfPlanOut,
    PageOfPublicationOut,
    PageOfReportOut,
    PageOfRequestOut,
    PageOfRoleOut,
    PageOfSubmissionOut,
    PageOfSurveyOut,
    PageOfTableOut,
    PageOfTotalOut,
    PageOfUnlinked,
    PageOfWebhookOut,
    Parts,
    PassageIn,
    PassageOut,
    PersonOut,
    PhotoOut,
    PlanOut,
    PlanWhole,
    PlannedChange,
    PlannedIn,
    PlannedOut,
    PrintedIn,
    PublicationOut,
    PublicationWhole,
    Question,
    Reading,
    Reason,
    RecommendationIn,
    RecommendationOut,
    Recommendations,
    ReleaseIn,
    RemindIn,
    ReplacedIn,
    ReportChange,
    ReportIn,
    ReportOut,
    ReportWhole,
    RequestIn,
    RequestOut,
    RoleIn,
    RoleOut,
    RuleIn,
    Rung,
    RungIn,
    SendIn,
    SheetOut,
    SignatureOut,
    Sources,
    StandBehind,
    Standing,
    SubmissionOut,
    SubmissionWhole,
    SurveyIn,
    SurveyOut,
    SwitchIn,
    TableWhole,
    TakeIn,
    TakenIn,
    TextIn,
    ToWhomIn,
    ToldTextIn,
    TotalCorrection,
    TotalOut,
    TypedIn,
    UploadIn,
    UploadOut,
    Verified,
    WaveOut,
    Ways,
    WebhookIn,
    WebhookMade,
    WebhookOut,
    WhenIn,
    WhoseIn,
    Words,
    WordsIn,
    WouldGo,
)


class Svod(Line):
    """All that a token may do."""

    def get_assistant(self) -> AssistantOut:
        """For who administers the whole federation."""
        answer: AssistantOut = self._json("GET", "/api/v1/assistant")
        return answer

    def change_assistant(
        self,
        told: AssistantChange | None = None,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> AssistantOut:
        answer: AssistantOut = self._json(
            "PATCH", "/api/v1/assistant", body=told, headers={"Idempotency-Key": idempotency_key, "If-Match": if_match}
        )
        return answer

    def list_consultations(self, *, cursor: str | None = None, limit: int | None = None) -> PageOfConsultationOut:
        """What was sent to whom, and what it cost."""
        answer: PageOfConsultationOut = self._json(
            "GET", "/api/v1/assistant/consultations", query={"cursor": cursor, "limit": limit}
        )
        return answer

    def list_campaigns(self, *, cursor: str | None = None, limit: int | None = None) -> PageOfCampaignOut:
        """Those in which the person's organisations take part."""
        answer: PageOfCampaignOut = self._json("GET", "/api/v1/campaigns", query={"cursor": cursor, "limit": limit})
        return answer

    def start_a_campaign(
        self, told: CampaignIn, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> CampaignOut:
        """From a pack, in a year; its days are the pack's."""
        answer: CampaignOut = self._json(
            "POST", "/api/v1/campaigns", body=told, headers={"Idempotency-Key": idempotency_key, "If-Match": if_match}
        )
        return answer

    def get_campaign(self, slug: str) -> CampaignOut:
        answer: CampaignOut = self._json("GET", f"/api/v1/campaigns/{slug}")
        return answer

    def remove_a_campaign(
        self, slug: str, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> Done:
        """One that was made by mistake: as long as no report, no plan and nothing that people wrote is in it."""
        answer: Done = self._json(
            "DELETE", f"/api/v1/campaigns/{slug}", headers={"Idempotency-Key": idempotency_key, "If-Match": if_match}
        )
        return answer

    def list_activities(
        self,
        slug: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        state: list[Literal["draft", "confirmed", "rejected"]] | None = None,
        region: str | None = None,
        organisation: int | None = None,
        kind: str | None = None,
        asked: str | None = None,
        q: str | None = None,
        audience: str | None = None,
        partner: str | None = None,
        material: str | None = None,
        first: str | None = None,
        last: str | None = None,
        on: str | None = None,
        submission: int | None = None,
        planned: str | None = None,
        online: str | None = None,
        people: str | None = None,
        look: bool | None = None,
        copies: str | None = None,
    ) -> PageOfActivityOut:
        answer: PageOfActivityOut = self._json(
            "GET",
            f"/api/v1/campaigns/{slug}/activities",
            query={
                "cursor": cursor,
                "limit": limit,
                "state": state,
                "region": region,
                "organisation": organisation,
                "kind": kind,
                "asked": asked,
                "q": q,
                "audience": audience,
                "partner": partner,
                "material": material,
                "first": first,
                "last": last,
                "on": on,
                "submission": submission,
                "planned": planned,
                "online": online,
                "people": people,
                "look": look,
                "copies": copies,
            },
        )
        return answer

    def export_activities_csv(
        self,
        slug: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        state: list[Literal["draft", "confirmed", "rejected"]] | None = None,
        region: str | None = None,
        organisation: int | None = None,
        kind: str | None = None,
        asked: str | None = None,
        q: str | None = None,
        audience: str | None = None,
        partner: str | None = None,
        material: str | None = None,
        first: str | None = None,
        last: str | None = None,
        on: str | None = None,
        submission: int | None = None,
        planned: str | None = None,
        online: str | None = None,
        people: str | None = None,
        look: bool | None = None,
        copies: str | None = None,
    ) -> bytes:
        return self._file(
            "GET",
            f"/api/v1/campaigns/{slug}/activities.csv",
            query={
                "cursor": cursor,
                "limit": limit,
                "state": state,
                "region": region,
                "organisation": organisation,
                "kind": kind,
                "asked": asked,
                "q": q,
                "audience": audience,
                "partner": partner,
                "material": material,
                "first": first,
                "last": last,
                "on": on,
                "submission": submission,
                "planned": planned,
                "online": online,
                "people": people,
                "look": look,
                "copies": copies,
            },
        )

    def export_activities_jsonl(
        self,
        slug: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        state: list[Literal["draft", "confirmed", "rejected"]] | None = None,
        region: str | None = None,
        organisation: int | None = None,
        kind: str | None = None,
        asked: str | None = None,
        q: str | None = None,
        audience: str | None = None,
        partner: str | None = None,
        material: str | None = None,
        first: str | None = None,
        last: str | None = None,
        on: str | None = None,
        submission: int | None = None,
        planned: str | None = None,
        online: str | None = None,
        people: str | None = None,
        look: bool | None = None,
        copies: str | None = None,
    ) -> bytes:
        """A row in each line, for engines that read many."""
        return self._file(
            "GET",
            f"/api/v1/campaigns/{slug}/activities.jsonl",
            query={
                "cursor": cursor,
                "limit": limit,
                "state": state,
                "region": region,
                "organisation": organisation,
                "kind": kind,
                "asked": asked,
                "q": q,
                "audience": audience,
                "partner": partner,
                "material": material,
                "first": first,
                "last": last,
                "on": on,
                "submission": submission,
                "planned": planned,
                "online": online,
                "people": people,
                "look": look,
                "copies": copies,
            },
        )

    def export_activities_xlsx(
        self,
        slug: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        state: list[Literal["draft", "confirmed", "rejected"]] | None = None,
        region: str | None = None,
        organisation: int | None = None,
        kind: str | None = None,
        asked: str | None = None,
        q: str | None = None,
        audience: str | None = None,
        partner: str | None = None,
        material: str | None = None,
        first: str | None = None,
        last: str | None = None,
        on: str | None = None,
        submission: int | None = None,
        planned: str | None = None,
        online: str | None = None,
        people: str | None = None,
        look: bool | None = None,
        copies: str | None = None,
    ) -> bytes:
        """The table with all rows that the filters let through; who took it is on record."""
        return self._file(
            "GET",
            f"/api/v1/campaigns/{slug}/activities.xlsx",
            query={
                "cursor": cursor,
                "limit": limit,
                "state": state,
                "region": region,
                "organisation": organisation,
                "kind": kind,
                "asked": asked,
                "q": q,
                "audience": audience,
                "partner": partner,
                "material": material,
                "first": first,
                "last": last,
                "on": on,
                "submission": submission,
                "planned": planned,
                "online": online,
                "people": people,
                "look": look,
                "copies": copies,
            },
        )

    def get_activity(self, slug: str, pk: int) -> ActivityOut:
        answer: ActivityOut = self._json("GET", f"/api/v1/campaigns/{slug}/activities/{pk}")
        return answer

    def correct_activity(
        self,
        slug: str,
        pk: int,
        told: ActivityCorrection | None = None,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> ActivityOut:
        answer: ActivityOut = self._json(
            "PATCH",
            f"/api/v1/campaigns/{slug}/activities/{pk}",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def answer_about_activity(
        self,
        slug: str,
        pk: int,
        told: AnswerIn,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> ActivityOut:
        """The organisation's word on what was asked, or on a draft of its own text."""
        answer: ActivityOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/activities/{pk}/answer",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def ask_about_activity(
        self,
        slug: str,
        pk: int,
        told: Question | None = None,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> ActivityOut:
        """Ask the organisation that told it."""
        answer: ActivityOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/activities/{pk}/ask",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def confirm_activity(
        self,
        slug: str,
        pk: int,
        told: StandBehind | None = None,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> ActivityOut:
        answer: ActivityOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/activities/{pk}/confirm",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def merge_activity(
        self, slug: str, pk: int, told: Other, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> ActivityOut:
        """They count as one, the fuller telling; every evidence is kept. Answers with the one that counts."""
        answer: ActivityOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/activities/{pk}/merge",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def reject_activity(
        self, slug: str, pk: int, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> ActivityOut:
        answer: ActivityOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/activities/{pk}/reject",
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def separate_activity(
        self, slug: str, pk: int, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> ActivityOut:
        """It counts for itself again."""
        answer: ActivityOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/activities/{pk}/separate",
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def split_activity(
        self, slug: str, pk: int, told: Parts, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> list[ActivityOut]:
        """One mention that stands for several becomes several drafts, each with the same words."""
        answer: list[ActivityOut] = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/activities/{pk}/split",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def get_calendar(self, slug: str, *, below: int | None = None) -> list[PlannedOut]:
        """What is planned in every plan but the drafts of others. What was held is among the activities."""
        answer: list[PlannedOut] = self._json("GET", f"/api/v1/campaigns/{slug}/calendar", query={"below": below})
        return answer

    def look_for_care(
        self, slug: str, told: WordsIn, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> Care:
        """What somebody should think about before they send a text."""
        answer: Care = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/care",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def get_coverage(self, slug: str, *, below: int | None = None) -> CoverageOut:
        answer: CoverageOut = self._json("GET", f"/api/v1/campaigns/{slug}/coverage", query={"below": below})
        return answer

    def fix_expected(
        self,
        slug: str,
        told: DueIn | None = None,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> Done:
        """Fix who is to report, and by when; how many there are. A level that is left out has the campaign's day."""
        answer: Done = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/coverage/fix",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def change_campaign_days(
        self, slug: str, told: CampaignDays, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> CampaignOut:
        answer: CampaignOut = self._json(
            "PUT",
            f"/api/v1/campaigns/{slug}/days",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def list_feeds(self, slug: str) -> list[FeedOut]:
        """One's own links by which a calendar shows plans."""
        answer: list[FeedOut] = self._json("GET", f"/api/v1/campaigns/{slug}/feeds")
        return answer

    def make_feed(
        self, slug: str, told: FeedIn, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> FeedOut:
        answer: FeedOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/feeds",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def withdraw_feed(
        self, slug: str, pk: int, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> Done:
        answer: Done = self._json(
            "DELETE",
            f"/api/v1/campaigns/{slug}/feeds/{pk}",
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def get_figures(
        self, slug: str, *, view: Literal["confirmed", "all"] | None = None, below: int | None = None
    ) -> Figures:
        answer: Figures = self._json("GET", f"/api/v1/campaigns/{slug}/figures", query={"view": view, "below": below})
        return answer

    def list_hand_outs(
        self,
        slug: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        what: Literal["", "given"] | None = None,
    ) -> PageOfMoveOut:
        """The log of pieces."""
        answer: PageOfMoveOut = self._json(
            "GET", f"/api/v1/campaigns/{slug}/hand-outs", query={"cursor": cursor, "limit": limit, "what": what}
        )
        return answer

    def note_hand_out(
        self, slug: str, told: HandOutIn, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> MoveOut:
        """What became of pieces that an organisation had."""
        answer: MoveOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/hand-outs",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def list_messages(
        self,
        slug: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        state: Literal["held", "refused"] | None = None,
    ) -> PageOfMessageOut:
        """Those that wait for a word of who coordinates the campaign; or those that were refused."""
        answer: PageOfMessageOut = self._json(
            "GET", f"/api/v1/campaigns/{slug}/held", query={"cursor": cursor, "limit": limit, "state": state}
        )
        return answer

    def get_message(self, slug: str, pk: int) -> MessageOut:
        answer: MessageOut = self._json("GET", f"/api/v1/campaigns/{slug}/held/{pk}")
        return answer

    def assign_message(
        self,
        slug: str,
        pk: int,
        told: WhoseIn,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> SubmissionOut:
        """It is that organisation's report, and is read."""
        answer: SubmissionOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/held/{pk}/assign",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def download_message(self, slug: str, pk: int) -> bytes:
        return self._file("GET", f"/api/v1/campaigns/{slug}/held/{pk}/file")

    def refuse_message(
        self,
        slug: str,
        pk: int,
        told: Reason | None = None,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> MessageOut:
        """It is no report."""
        answer: MessageOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/held/{pk}/refuse",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def list_history(
        self,
        slug: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        person: int | None = None,
        verb: str | None = None,
        row: str | None = None,
    ) -> PageOfOperationOut:
        """Oldest first."""
        answer: PageOfOperationOut = self._json(
            "GET",
            f"/api/v1/campaigns/{slug}/history",
            query={"cursor": cursor, "limit": limit, "person": person, "verb": verb, "row": row},
        )
        return answer

    def get_operation(self, slug: str, pk: int) -> OperationWhole:
        """With the activities and totals that it changed, as far as the person sees them."""
        answer: OperationWhole = self._json("GET", f"/api/v1/campaigns/{slug}/history/{pk}")
        return answer

    def undo_operation(
        self, slug: str, pk: int, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> OperationOut:
        """One's own deed, or as a coordinator another's; answers with the deed that took it back."""
        answer: OperationOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/history/{pk}/undo",
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def download_material(self, slug: str, pk: int) -> bytes:
        return self._file("GET", f"/api/v1/campaigns/{slug}/issues/{pk}/file")

    def note_printed(
        self,
        slug: str,
        pk: int,
        told: PrintedIn,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> Made:
        """So many pieces are in stock with who makes it."""
        answer: Made = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/issues/{pk}/printed",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def take_corrections(
        self, slug: str, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> bytes:
        """Reviews that are done, masked, to learn from; who took them is on record."""
        return self._file(
            "POST",
            f"/api/v1/campaigns/{slug}/learning",
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )

    def answer_left_out(
        self,
        slug: str,
        pk: int,
        number: int,
        told: LeftOutAnswer,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> Made:
        """Its document and its place there. The key is that of the draft, or of the rejected row, that stands there now."""
        answer: Made = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/left-out/{pk}-{number}",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def list_materials(self, slug: str, *, cursor: str | None = None, limit: int | None = None) -> PageOfMaterialOut:
        answer: PageOfMaterialOut = self._json(
            "GET", f"/api/v1/campaigns/{slug}/materials", query={"cursor": cursor, "limit": limit}
        )
        return answer

    def add_a_material(
        self, slug: str, told: MaterialIn, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> MaterialOut:
        answer: MaterialOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/materials",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def get_material(self, slug: str, pk: int) -> MaterialWhole:
        answer: MaterialWhole = self._json("GET", f"/api/v1/campaigns/{slug}/materials/{pk}")
        return answer

    def change_a_material(
        self,
        slug: str,
        pk: int,
        told: MaterialChange | None = None,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> MaterialOut:
        answer: MaterialOut = self._json(
            "PATCH",
            f"/api/v1/campaigns/{slug}/materials/{pk}",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def add_material_version(
        self,
        slug: str,
        pk: int,
        *,
        language: Literal["ru", "kk", "en", "both", "none"],
        link: str | None = None,
        file: File | None = None,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> IssueOut:
        """The next version in that language, with a file, a link, or neither."""
        answer: IssueOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/materials/{pk}/versions",
            form={"language": language, "link": link, "file": file},
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def download_form(self, slug: str, *, organisation: int) -> bytes:
        """The workbook (XLSForm) for ODK Central or KoboToolbox."""
        return self._file("GET", f"/api/v1/campaigns/{slug}/odk/form.xlsx", query={"organisation": organisation})

    def list_form_links(self, slug: str, *, cursor: str | None = None, limit: int | None = None) -> PageOfFormLinkOut:
        answer: PageOfFormLinkOut = self._json(
            "GET", f"/api/v1/campaigns/{slug}/odk/links", query={"cursor": cursor, "limit": limit}
        )
        return answer

    def make_a_form_link(
        self, slug: str, told: ForWhomIn, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> FormLinkOut:
        """Whoever has it sends answers for the organisation, or for one below it, and sees nothing of the register."""
        answer: FormLinkOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/odk/links",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def get_form_link(self, slug: str, pk: int) -> FormLinkOut:
        answer: FormLinkOut = self._json("GET", f"/api/v1/campaigns/{slug}/odk/links/{pk}")
        return answer

    def withdraw_a_form_link(
        self, slug: str, pk: int, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> FormLinkOut:
        """What came by it stays."""
        answer: FormLinkOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/odk/links/{pk}/withdraw",
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def download_form_organisations(self, slug: str, *, organisation: int) -> bytes:
        """The organisations that the form asks for, to be put beside it."""
        return self._file(
            "GET", f"/api/v1/campaigns/{slug}/odk/organisations.csv", query={"organisation": organisation}
        )

    def list_campaign_organisations(
        self,
        slug: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        q: str | None = None,
        level: Literal["national", "region", "district", "primary"] | None = None,
        below: int | None = None,
    ) -> PageOfOrganisationOut:
        """Those that take part in a campaign."""
        answer: PageOfOrganisationOut = self._json(
            "GET",
            f"/api/v1/campaigns/{slug}/organisations",
            query={"cursor": cursor, "limit": limit, "q": q, "level": level, "below": below},
        )
        return answer

    def get_standing(self, slug: str, pk: int) -> Standing:
        """Whether it has reported, by when it has to, and the sums of what it and those below it told."""
        answer: Standing = self._json("GET", f"/api/v1/campaigns/{slug}/organisations/{pk}")
        return answer

    def change_duty(
        self, slug: str, pk: int, told: DutyIn, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> DutyOut:
        """Put one organisation on the list, give it another day, or excuse it."""
        answer: DutyOut = self._json(
            "PUT",
            f"/api/v1/campaigns/{slug}/organisations/{pk}/duty",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def download_plan_template(self, slug: str) -> bytes:
        return self._file("GET", f"/api/v1/campaigns/{slug}/plan-sheets/template")

    def get_plan_sheet(self, slug: str, pk: int) -> SheetOut:
        answer: SheetOut = self._json("GET", f"/api/v1/campaigns/{slug}/plan-sheets/{pk}")
        return answer

    def take_plan_sheet(
        self, slug: str, pk: int, told: TakeIn, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> Done:
        """The chosen rows are in the plan; how many there are."""
        answer: Done = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/plan-sheets/{pk}/take",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def get_plan(self, slug: str, pk: int) -> PlanWhole:
        """That of an organisation; `pk` is the organisation's."""
        answer: PlanWhole = self._json("GET", f"/api/v1/campaigns/{slug}/plan/{pk}")
        return answer

    def plan_an_activity(
        self,
        slug: str,
        pk: int,
        told: PlannedIn,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> PlannedOut:
        """Begins the plan where there is none."""
        answer: PlannedOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/plan/{pk}/activities",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def copy_earlier_plan(
        self, slug: str, pk: int, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> Done:
        """Last year's activities as a start, each on the same day of the campaign."""
        answer: Done = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/plan/{pk}/copy",
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def decide_a_plan(
        self,
        slug: str,
        pk: int,
        told: DecideIn,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> PlanOut:
        """By the organisation above: approved, or sent back with a remark."""
        answer: PlanOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/plan/{pk}/decide",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def send_a_plan(
        self, slug: str, pk: int, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> PlanOut:
        """Up, to be approved."""
        answer: PlanOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/plan/{pk}/send",
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def send_plan_sheet(
        self, slug: str, pk: int, *, file: File, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> SheetOut:
        """A table of planned activities (XLSX, DOCX) for an organisation's plan. A worker reads it; nothing is in the plan before rows are taken over."""
        answer: SheetOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/plan/{pk}/sheets",
            form={"file": file},
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def change_planned(
        self,
        slug: str,
        pk: int,
        told: PlannedChange | None = None,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> PlannedOut:
        answer: PlannedOut = self._json(
            "PATCH",
            f"/api/v1/campaigns/{slug}/planned/{pk}",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def drop_planned(
        self, slug: str, pk: int, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> Done:
        answer: Done = self._json(
            "DELETE",
            f"/api/v1/campaigns/{slug}/planned/{pk}",
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def hold_a_planned(
        self, slug: str, pk: int, told: HeldAs, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> ActivityOut:
        """It becomes an activity of the register; twice gives the same one."""
        answer: ActivityOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/planned/{pk}/held",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def link_planned(
        self,
        slug: str,
        pk: int,
        told: LinkIn | None = None,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> PlannedOut:
        """An activity that was told otherwise stands for it, or none does."""
        answer: PlannedOut = self._json(
            "PUT",
            f"/api/v1/campaigns/{slug}/planned/{pk}/link",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def list_plans(
        self,
        slug: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        state: Literal["draft", "sent", "returned", "approved"] | None = None,
    ) -> PageOfPlanOut:
        answer: PageOfPlanOut = self._json(
            "GET", f"/api/v1/campaigns/{slug}/plans", query={"cursor": cursor, "limit": limit, "state": state}
        )
        return answer

    def get_plan_against_fact(self, slug: str) -> Against:
        answer: Against = self._json("GET", f"/api/v1/campaigns/{slug}/plans/against")
        return answer

    def list_unlinked(
        self,
        slug: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        by: Literal["kind", "region"] | None = None,
        code: str | None = None,
    ) -> PageOfUnlinked:
        """What stands under `untold`, with what is probably it."""
        answer: PageOfUnlinked = self._json(
            "GET",
            f"/api/v1/campaigns/{slug}/plans/unlinked",
            query={"cursor": cursor, "limit": limit, "by": by, "code": code},
        )
        return answer

    def list_publications(
        self, slug: str, *, cursor: str | None = None, limit: int | None = None
    ) -> PageOfPublicationOut:
        answer: PageOfPublicationOut = self._json(
            "GET", f"/api/v1/campaigns/{slug}/public", query={"cursor": cursor, "limit": limit}
        )
        return answer

    def draw_up_publication(
        self, slug: str, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> PublicationOut:
        """A worker makes it; nobody sees it before it is published."""
        answer: PublicationOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/public",
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def note_contact_rung(
        self, slug: str, told: RungIn, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> Done:
        """Somebody rang a help contact today: the day is shown beside it."""
        answer: Done = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/public/rung",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def get_publication(self, slug: str, pk: int) -> PublicationWhole:
        answer: PublicationWhole = self._json("GET", f"/api/v1/campaigns/{slug}/public/{pk}")
        return answer

    def publish_publication(
        self,
        slug: str,
        pk: int,
        told: WhenIn | None = None,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> PublicationOut:
        answer: PublicationOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/public/{pk}/publish",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def release_in_publication(
        self,
        slug: str,
        pk: int,
        told: ReleaseIn,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> Done:
        """What was kept back may be told, from the next draft on."""
        answer: Done = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/public/{pk}/release",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def take_publication_down(
        self,
        slug: str,
        pk: int,
        told: Reason | None = None,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> PublicationOut:
        """Nothing of the campaign is shown from this moment on."""
        answer: PublicationOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/public/{pk}/take-down",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def get_reading(self, slug: str, *, since: str | None = None) -> Reading:
        answer: Reading = self._json("GET", f"/api/v1/campaigns/{slug}/reading", query={"since": since})
        return answer

    def list_reminders(self, slug: str, *, cursor: str | None = None, limit: int | None = None) -> PageOfLetterOut:
        """Letters about organisations that the person looks after."""
        answer: PageOfLetterOut = self._json(
            "GET", f"/api/v1/campaigns/{slug}/reminders", query={"cursor": cursor, "limit": limit}
        )
        return answer

    def send_reminders(
        self,
        slug: str,
        told: RemindIn,
        *,
        below: int | None = None,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> list[LetterOut]:
        """Letters to who answers for these organisations, as far as they are late; they go soon."""
        answer: list[LetterOut] = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/reminders",
            body=told,
            query={"below": below},
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def preview_reminders(self, slug: str, *, below: int | None = None) -> WouldGo:
        answer: WouldGo = self._json("GET", f"/api/v1/campaigns/{slug}/reminders/new", query={"below": below})
        return answer

    def change_reminder_rule(
        self,
        slug: str,
        told: RuleIn | None = None,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> RuleIn:
        answer: RuleIn = self._json(
            "PUT",
            f"/api/v1/campaigns/{slug}/reminders/rule",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def list_reports(self, slug: str, *, cursor: str | None = None, limit: int | None = None) -> PageOfReportOut:
        answer: PageOfReportOut = self._json(
            "GET", f"/api/v1/campaigns/{slug}/reports", query={"cursor": cursor, "limit": limit}
        )
        return answer

    def begin_report(
        self, slug: str, told: ReportIn, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> ReportOut:
        answer: ReportOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/reports",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def get_report(self, slug: str, pk: int) -> ReportWhole:
        """As it stands now, passage by passage."""
        answer: ReportWhole = self._json("GET", f"/api/v1/campaigns/{slug}/reports/{pk}")
        return answer

    def change_a_report(
        self,
        slug: str,
        pk: int,
        told: ReportChange | None = None,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> ReportOut:
        """What it is about and how it is told. What people wrote stays."""
        answer: ReportOut = self._json(
            "PATCH",
            f"/api/v1/campaigns/{slug}/reports/{pk}",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def list_comments(self, slug: str, pk: int) -> list[CommentOut]:
        answer: list[CommentOut] = self._json("GET", f"/api/v1/campaigns/{slug}/reports/{pk}/comments")
        return answer

    def settle_comment(
        self, slug: str, pk: int, number: int, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> CommentOut:
        answer: CommentOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/reports/{pk}/comments/{number}/settle",
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def get_fact(self, slug: str, pk: int, name: str) -> Sources:
        """What a number of the report stands on."""
        answer: Sources = self._json("GET", f"/api/v1/campaigns/{slug}/reports/{pk}/facts/{name}")
        return answer

    def list_illustrations(self, slug: str, pk: int) -> list[IllustrationOut]:
        answer: list[IllustrationOut] = self._json("GET", f"/api/v1/campaigns/{slug}/reports/{pk}/illustrations")
        return answer

    def choose_photo(
        self,
        slug: str,
        pk: int,
        told: IllustrationIn,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> list[IllustrationOut]:
        """With a caption, and with who agreed that it is shown. Chosen again, the words are changed."""
        answer: list[IllustrationOut] = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/reports/{pk}/illustrations",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def drop_photo(
        self, slug: str, pk: int, number: int, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> Done:
        answer: Done = self._json(
            "DELETE",
            f"/api/v1/campaigns/{slug}/reports/{pk}/illustrations/{number}",
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def get_passage(self, slug: str, pk: int, key: str) -> PassageOut:
        answer: PassageOut = self._json("GET", f"/api/v1/campaigns/{slug}/reports/{pk}/passages/{key}")
        return answer

    def write_a_passage(
        self,
        slug: str,
        pk: int,
        key: str,
        told: PassageIn,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> PassageOut:
        """In one's own words; numbers that the register has are bound to it."""
        answer: PassageOut = self._json(
            "PUT",
            f"/api/v1/campaigns/{slug}/reports/{pk}/passages/{key}",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def restore_a_passage(
        self,
        slug: str,
        pk: int,
        key: str,
        *,
        version: int,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> PassageOut:
        """The machine tells it again; the words are kept in the history."""
        answer: PassageOut = self._json(
            "DELETE",
            f"/api/v1/campaigns/{slug}/reports/{pk}/passages/{key}",
            query={"version": version},
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def comment_on_passage(
        self,
        slug: str,
        pk: int,
        key: str,
        told: CommentIn,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> CommentOut:
        answer: CommentOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/reports/{pk}/passages/{key}/comments",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def renew_a_passage(
        self,
        slug: str,
        pk: int,
        key: str,
        told: FactIn | None = None,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> PassageOut:
        """What is no longer true becomes what the register says now."""
        answer: PassageOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/reports/{pk}/passages/{key}/renew",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def note_passage_seen(
        self, slug: str, pk: int, key: str, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> PassageOut:
        """One has seen what the machine says now, and keeps one's own words."""
        answer: PassageOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/reports/{pk}/passages/{key}/seen",
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def list_choosable_photos(
        self, slug: str, pk: int, *, cursor: str | None = None, limit: int | None = None
    ) -> PageOfChoosablePhoto:
        """That came with submissions of the report's part of the tree."""
        answer: PageOfChoosablePhoto = self._json(
            "GET", f"/api/v1/campaigns/{slug}/reports/{pk}/photos", query={"cursor": cursor, "limit": limit}
        )
        return answer

    def preview_report(self, slug: str, pk: int) -> bytes:
        """As the HTML file will be, before anything is frozen."""
        return self._file("GET", f"/api/v1/campaigns/{slug}/reports/{pk}/preview")

    def list_recommendations(self, slug: str, pk: int) -> Recommendations:
        """Those that were noted for the closing part, and sentences that may be."""
        answer: Recommendations = self._json("GET", f"/api/v1/campaigns/{slug}/reports/{pk}/recommendations")
        return answer

    def note_recommendation(
        self,
        slug: str,
        pk: int,
        told: RecommendationIn,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> list[RecommendationOut]:
        answer: list[RecommendationOut] = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/reports/{pk}/recommendations",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def drop_a_recommendation(
        self, slug: str, pk: int, number: int, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> Done:
        answer: Done = self._json(
            "DELETE",
            f"/api/v1/campaigns/{slug}/reports/{pk}/recommendations/{number}",
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def release_in_report(
        self,
        slug: str,
        pk: int,
        told: ReleaseIn,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> Done:
        """What is masked may be told from now on, in every report and public page of the campaign."""
        answer: Done = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/reports/{pk}/release",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def get_source(self, slug: str, pk: int, number: int) -> Sources:
        """What a number in square brackets stands for."""
        answer: Sources = self._json("GET", f"/api/v1/campaigns/{slug}/reports/{pk}/sources/{number}")
        return answer

    def list_editions(
        self, slug: str, pk: int, *, cursor: str | None = None, limit: int | None = None
    ) -> PageOfEditionOut:
        answer: PageOfEditionOut = self._json(
            "GET", f"/api/v1/campaigns/{slug}/reports/{pk}/versions", query={"cursor": cursor, "limit": limit}
        )
        return answer

    def freeze_a_report(
        self, slug: str, pk: int, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> EditionOut:
        """What it says now is kept, and a worker makes its files: look at the version until it is ready."""
        answer: EditionOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/reports/{pk}/versions",
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def get_edition(self, slug: str, pk: int, number: int) -> EditionOut:
        answer: EditionOut = self._json("GET", f"/api/v1/campaigns/{slug}/reports/{pk}/versions/{number}")
        return answer

    def compare_edition(self, slug: str, pk: int, number: int) -> list[Compared]:
        """What the report says otherwise now than that version did, word by word."""
        answer: list[Compared] = self._json("GET", f"/api/v1/campaigns/{slug}/reports/{pk}/versions/{number}/compare")
        return answer

    def download_edition(self, slug: str, pk: int, number: int, name: str) -> bytes:
        """report.docx, report.pdf, report.html, slides.pptx or register.xlsx."""
        return self._file("GET", f"/api/v1/campaigns/{slug}/reports/{pk}/versions/{number}/files/{name}")

    def sign_an_edition(
        self, slug: str, pk: int, number: int, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> EditionOut:
        answer: EditionOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/reports/{pk}/versions/{number}/sign",
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def withdraw_an_edition(
        self,
        slug: str,
        pk: int,
        number: int,
        told: Reason | None = None,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> EditionOut:
        """The signature holds no longer; the record of it stays."""
        answer: EditionOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/reports/{pk}/versions/{number}/withdraw",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def list_piece_requests(
        self,
        slug: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        state: Literal["asked", "granted", "sent", "declined"] | None = None,
    ) -> PageOfRequestOut:
        answer: PageOfRequestOut = self._json(
            "GET", f"/api/v1/campaigns/{slug}/requests", query={"cursor": cursor, "limit": limit, "state": state}
        )
        return answer

    def ask_for_pieces(
        self, slug: str, told: RequestIn, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> RequestOut:
        answer: RequestOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/requests",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def get_piece_request(self, slug: str, pk: int) -> RequestOut:
        answer: RequestOut = self._json("GET", f"/api/v1/campaigns/{slug}/requests/{pk}")
        return answer

    def decline_pieces(
        self,
        slug: str,
        pk: int,
        told: DeclineIn | None = None,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> RequestOut:
        answer: RequestOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/requests/{pk}/decline",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def grant_pieces(
        self,
        slug: str,
        pk: int,
        told: GrantIn,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> RequestOut:
        answer: RequestOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/requests/{pk}/grant",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def send_pieces(
        self, slug: str, pk: int, told: SendIn, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> MoveOut:
        """What was granted goes."""
        answer: MoveOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/requests/{pk}/send",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def list_resemblances(
        self,
        slug: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        decision: Literal["open", "same", "different"] | None = None,
    ) -> PageOfPairOut:
        """Pairs that the machine proposes as one."""
        answer: PageOfPairOut = self._json(
            "GET",
            f"/api/v1/campaigns/{slug}/resemblances",
            query={"cursor": cursor, "limit": limit, "decision": decision},
        )
        return answer

    def join_certain_copies(
        self,
        slug: str,
        told: Certain | None = None,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> list[int]:
        """Join at once what surely tells again what is confirmed: all of it, one submission's, or the pairs named. Answers with the operations to take back by, nearly always one; none where nothing was to be joined."""
        answer: list[int] = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/resemblances/join",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def decide_resemblance(
        self, slug: str, pk: int, told: Answer, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> Done:
        """The same: they are merged. Different: nobody is asked again."""
        answer: Done = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/resemblances/{pk}/decide",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def list_parts(self, slug: str) -> list[Rung]:
        """From the top down, as far as the person sees."""
        answer: list[Rung] = self._json("GET", f"/api/v1/campaigns/{slug}/signing")
        return answer

    def reopen_part(
        self,
        slug: str,
        pk: int,
        told: Reason | None = None,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> list[SignatureOut]:
        """With a reason; every part that it belongs to is open again, too."""
        answer: list[SignatureOut] = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/signing/{pk}/reopen",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def sign_part(
        self, slug: str, pk: int, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> SignatureOut:
        """Nothing in an organisation's part can be changed then until it is reopened."""
        answer: SignatureOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/signing/{pk}/sign",
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def list_submissions(
        self,
        slug: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        state: str | None = None,
        organisation: int | None = None,
    ) -> PageOfSubmissionOut:
        answer: PageOfSubmissionOut = self._json(
            "GET",
            f"/api/v1/campaigns/{slug}/submissions",
            query={"cursor": cursor, "limit": limit, "state": state, "organisation": organisation},
        )
        return answer

    def submit_files(
        self,
        slug: str,
        *,
        organisation: int,
        files: list[File],
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> Outcomes:
        """Each file is taken, refused or passed over by itself; what is received is kept before this answers."""
        answer: Outcomes = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/submissions/files",
            form={"organisation": organisation, "files": files},
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def tell_held_activity(
        self, slug: str, told: HeldIn, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> SubmissionOut:
        """Told by who reviews there it is confirmed, otherwise a draft."""
        answer: SubmissionOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/submissions/held",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def tell_nothing_held(
        self, slug: str, told: NothingIn, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> SubmissionOut:
        """That the organisation held nothing: then it has reported."""
        answer: SubmissionOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/submissions/nothing",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def submit_text(
        self, slug: str, told: TextIn, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> SubmissionOut:
        """A text that somebody wrote, under its first line. It is read by a worker: look at its state."""
        answer: SubmissionOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/submissions/text",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def tell_a_text(
        self, slug: str, told: ToldTextIn, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> SubmissionOut:
        """As `submit_text`, under a key of the teller's own."""
        answer: SubmissionOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/submissions/told",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def get_submission(self, slug: str, pk: int) -> SubmissionWhole:
        """With its texts and photos. Its drafts are the activities and totals that name it."""
        answer: SubmissionWhole = self._json("GET", f"/api/v1/campaigns/{slug}/submissions/{pk}")
        return answer

    def add_activity(
        self, slug: str, pk: int, told: Missed, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> ActivityOut:
        """Confirmed at once; correct its other fields afterwards."""
        answer: ActivityOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/submissions/{pk}/activities",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def set_submission_aside(
        self,
        slug: str,
        pk: int,
        told: Reason | None = None,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> SubmissionOut:
        """It is no report, or nothing can be done."""
        answer: SubmissionOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/submissions/{pk}/aside",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def confirm_all_certain(
        self, slug: str, pk: int, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> Done:
        """Every draft of the submission that the machine is certain of; how many there were."""
        answer: Done = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/submissions/{pk}/confirm",
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def replace_submission(
        self, slug: str, pk: int, *, file: File, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> SubmissionOut:
        """A better copy of what could not be read; the old one stays on record."""
        answer: SubmissionOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/submissions/{pk}/copy",
            form={"file": file},
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def download_submission(self, slug: str, pk: int) -> bytes:
        """The file as it was handed in."""
        return self._file("GET", f"/api/v1/campaigns/{slug}/submissions/{pk}/file")

    def list_left_out(self, slug: str, pk: int) -> list[LeftOut]:
        """What nobody has answered yet."""
        answer: list[LeftOut] = self._json("GET", f"/api/v1/campaigns/{slug}/submissions/{pk}/left-out")
        return answer

    def move_submission(
        self,
        slug: str,
        pk: int,
        told: ToWhomIn,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> SubmissionOut:
        """It was handed in for the wrong organisation: with all that was read from it, it is that one's."""
        answer: SubmissionOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/submissions/{pk}/move",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def add_photo(
        self, slug: str, pk: int, *, photo: File, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> PhotoOut:
        """Drawn anew from its pixels: place and device are in it no more. The same photo again is the same one."""
        answer: PhotoOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/submissions/{pk}/photos",
            form={"photo": photo},
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def download_photo(self, slug: str, pk: int, photo: int) -> bytes:
        return self._file("GET", f"/api/v1/campaigns/{slug}/submissions/{pk}/photos/{photo}")

    def take_photo_out(
        self, slug: str, pk: int, photo: int, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> Done:
        """It is deleted for good."""
        answer: Done = self._json(
            "DELETE",
            f"/api/v1/campaigns/{slug}/submissions/{pk}/photos/{photo}",
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def supersede_submission(
        self,
        slug: str,
        pk: int,
        told: ReplacedIn,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> SubmissionOut:
        """It corrects an earlier one, which is withdrawn; what was confirmed in that is confirmed as this one tells it."""
        answer: SubmissionOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/submissions/{pk}/supersede",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def type_in_submission(
        self,
        slug: str,
        pk: int,
        told: TypedIn,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> SubmissionOut:
        """The text of what could not be read, typed by somebody."""
        answer: SubmissionOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/submissions/{pk}/typed",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def undo_last(
        self, slug: str, pk: int, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> Done:
        """Take back one's own last deed in the submission."""
        answer: Done = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/submissions/{pk}/undo",
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def withdraw_submission(
        self,
        slug: str,
        pk: int,
        told: Reason | None = None,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> SubmissionOut:
        """Nothing of it counts any more; its file, its text and its history stay."""
        answer: SubmissionOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/submissions/{pk}/withdraw",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def list_surveys(self, slug: str, *, cursor: str | None = None, limit: int | None = None) -> PageOfSurveyOut:
        answer: PageOfSurveyOut = self._json(
            "GET", f"/api/v1/campaigns/{slug}/surveys", query={"cursor": cursor, "limit": limit}
        )
        return answer

    def open_a_survey(
        self, slug: str, told: SurveyIn, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> SurveyOut:
        """From then on everybody who has its address may answer."""
        answer: SurveyOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/surveys",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def get_survey_results(self, slug: str, *, below: int | None = None) -> list[WaveOut]:
        """Of all closed surveys in the person's part of the tree, or below one organisation."""
        answer: list[WaveOut] = self._json("GET", f"/api/v1/campaigns/{slug}/surveys/results", query={"below": below})
        return answer

    def get_survey(self, slug: str, pk: int) -> SurveyOut:
        answer: SurveyOut = self._json("GET", f"/api/v1/campaigns/{slug}/surveys/{pk}")
        return answer

    def close_a_survey(
        self, slug: str, pk: int, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> SurveyOut:
        """For good: it is counted once, and takes no answer any more."""
        answer: SurveyOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/surveys/{pk}/close",
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def discard_a_survey(
        self,
        slug: str,
        pk: int,
        told: Reason | None = None,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> SurveyOut:
        """Its answers are deleted and count nowhere."""
        answer: SurveyOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/surveys/{pk}/discard",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def download_poster(self, slug: str, pk: int, language: str) -> bytes:
        return self._file("GET", f"/api/v1/campaigns/{slug}/surveys/{pk}/posters/{language}")

    def download_survey_results(self, slug: str, pk: int) -> bytes:
        return self._file("GET", f"/api/v1/campaigns/{slug}/surveys/{pk}/results.csv")

    def download_iati(self, slug: str, *, identifier: str) -> bytes:
        return self._file("GET", f"/api/v1/campaigns/{slug}/systems/iati.xml", query={"identifier": identifier})

    def download_for_system(self, slug: str, form: str, *, language: str | None = None) -> File:
        """hxl, 3w, 3w-csv, activityinfo, dhis2, dhis2-xml or dhis2-metadata; made of what is public, who took it is on record."""
        answer: File = self._json("GET", f"/api/v1/campaigns/{slug}/systems/{form}", query={"language": language})
        return answer

    def list_tables(self, slug: str, *, cursor: str | None = None, limit: int | None = None) -> PageOfTableOut:
        answer: PageOfTableOut = self._json(
            "GET", f"/api/v1/campaigns/{slug}/tables", query={"cursor": cursor, "limit": limit}
        )
        return answer

    def send_table(
        self,
        slug: str,
        *,
        organisation: int,
        file: File,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> TableWhole:
        """Nothing is written before rows are taken over. The same bytes again are the same table."""
        answer: TableWhole = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/tables",
            form={"organisation": organisation, "file": file},
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def download_table(self, slug: str, *, organisation: int, language: str | None = None) -> bytes:
        """The workbook with what is known of an organisation and those below it; who took it is on record."""
        return self._file(
            "GET",
            f"/api/v1/campaigns/{slug}/tables/template",
            query={"organisation": organisation, "language": language},
        )

    def get_table(self, slug: str, pk: int) -> TableWhole:
        """Compared with the register anew."""
        answer: TableWhole = self._json("GET", f"/api/v1/campaigns/{slug}/tables/{pk}")
        return answer

    def take_table(
        self,
        slug: str,
        pk: int,
        told: TakenIn,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> Done:
        """Write the rows that were seen; refused where one would now do something else."""
        answer: Done = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/tables/{pk}/take",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def list_totals(
        self,
        slug: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        state: list[Literal["draft", "confirmed", "rejected"]] | None = None,
        region: str | None = None,
        organisation: int | None = None,
        kind: str | None = None,
        asked: str | None = None,
        measure: str | None = None,
    ) -> PageOfTotalOut:
        """What texts sum up in their own words."""
        answer: PageOfTotalOut = self._json(
            "GET",
            f"/api/v1/campaigns/{slug}/totals",
            query={
                "cursor": cursor,
                "limit": limit,
                "state": state,
                "region": region,
                "organisation": organisation,
                "kind": kind,
                "asked": asked,
                "measure": measure,
            },
        )
        return answer

    def export_totals_csv(
        self,
        slug: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        state: list[Literal["draft", "confirmed", "rejected"]] | None = None,
        region: str | None = None,
        organisation: int | None = None,
        kind: str | None = None,
        asked: str | None = None,
        measure: str | None = None,
    ) -> bytes:
        return self._file(
            "GET",
            f"/api/v1/campaigns/{slug}/totals.csv",
            query={
                "cursor": cursor,
                "limit": limit,
                "state": state,
                "region": region,
                "organisation": organisation,
                "kind": kind,
                "asked": asked,
                "measure": measure,
            },
        )

    def export_totals_jsonl(
        self,
        slug: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        state: list[Literal["draft", "confirmed", "rejected"]] | None = None,
        region: str | None = None,
        organisation: int | None = None,
        kind: str | None = None,
        asked: str | None = None,
        measure: str | None = None,
    ) -> bytes:
        return self._file(
            "GET",
            f"/api/v1/campaigns/{slug}/totals.jsonl",
            query={
                "cursor": cursor,
                "limit": limit,
                "state": state,
                "region": region,
                "organisation": organisation,
                "kind": kind,
                "asked": asked,
                "measure": measure,
            },
        )

    def export_totals_xlsx(
        self,
        slug: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        state: list[Literal["draft", "confirmed", "rejected"]] | None = None,
        region: str | None = None,
        organisation: int | None = None,
        kind: str | None = None,
        asked: str | None = None,
        measure: str | None = None,
    ) -> bytes:
        return self._file(
            "GET",
            f"/api/v1/campaigns/{slug}/totals.xlsx",
            query={
                "cursor": cursor,
                "limit": limit,
                "state": state,
                "region": region,
                "organisation": organisation,
                "kind": kind,
                "asked": asked,
                "measure": measure,
            },
        )

    def get_total(self, slug: str, pk: int) -> TotalOut:
        answer: TotalOut = self._json("GET", f"/api/v1/campaigns/{slug}/totals/{pk}")
        return answer

    def correct_total(
        self,
        slug: str,
        pk: int,
        told: TotalCorrection | None = None,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> TotalOut:
        answer: TotalOut = self._json(
            "PATCH",
            f"/api/v1/campaigns/{slug}/totals/{pk}",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def answer_about_total(
        self,
        slug: str,
        pk: int,
        told: AnswerIn,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> TotalOut:
        answer: TotalOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/totals/{pk}/answer",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def ask_about_total(
        self,
        slug: str,
        pk: int,
        told: Question | None = None,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> TotalOut:
        answer: TotalOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/totals/{pk}/ask",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def confirm_total(
        self,
        slug: str,
        pk: int,
        told: StandBehind | None = None,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> TotalOut:
        answer: TotalOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/totals/{pk}/confirm",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def reject_total(
        self, slug: str, pk: int, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> TotalOut:
        answer: TotalOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/totals/{pk}/reject",
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def begin_upload(
        self, slug: str, told: UploadIn, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> UploadOut:
        """The same file begun again is the same upload: what arrived of it is not sent again."""
        answer: UploadOut = self._json(
            "POST",
            f"/api/v1/campaigns/{slug}/uploads",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def get_upload(self, slug: str, key: str) -> UploadOut:
        """How much has arrived."""
        answer: UploadOut = self._json("GET", f"/api/v1/campaigns/{slug}/uploads/{key}")
        return answer

    def send_piece(
        self,
        slug: str,
        key: str,
        content: bytes,
        *,
        upload_offset: int,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> UploadOut:
        """The piece that begins at Upload-Offset; the answer to the last one names the submission. 409 (`out_of_step`) says how much has arrived instead."""
        answer: UploadOut = self._json(
            "PUT",
            f"/api/v1/campaigns/{slug}/uploads/{key}",
            content=content,
            headers={"Upload-Offset": upload_offset, "Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def drop_upload(
        self, slug: str, key: str, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> Done:
        """Forget what was half-sent."""
        answer: Done = self._json(
            "DELETE",
            f"/api/v1/campaigns/{slug}/uploads/{key}",
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def get_words(self, slug: str) -> Words:
        """What kinds, audiences, partners, materials, regions and surveys there are, with their names."""
        answer: Words = self._json("GET", f"/api/v1/campaigns/{slug}/words")
        return answer

    def get_collecting(self) -> Ways:
        """How each way from outside is, for who administers."""
        answer: Ways = self._json("GET", "/api/v1/collecting")
        return answer

    def fetch_mail_now(self, *, idempotency_key: str | None = None, if_match: int | str | None = None) -> Done:
        """A worker looks into the mailbox, if there is one, besides the look each minute."""
        answer: Done = self._json(
            "POST", "/api/v1/collecting/fetch", headers={"Idempotency-Key": idempotency_key, "If-Match": if_match}
        )
        return answer

    def list_erasures(self, *, cursor: str | None = None, limit: int | None = None) -> PageOfErasureOut:
        answer: PageOfErasureOut = self._json("GET", "/api/v1/erasures", query={"cursor": cursor, "limit": limit})
        return answer

    def ask_for_erasure(
        self, told: ErasureIn, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> ErasureWhole:
        """Every text is looked through for the person, by a worker. Nothing is erased by that."""
        answer: ErasureWhole = self._json(
            "POST", "/api/v1/erasures", body=told, headers={"Idempotency-Key": idempotency_key, "If-Match": if_match}
        )
        return answer

    def get_erasure(self, pk: int) -> ErasureWhole:
        """Every place, with the words around it."""
        answer: ErasureWhole = self._json("GET", f"/api/v1/erasures/{pk}")
        return answer

    def erase_person(
        self, pk: int, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> ErasureOut:
        """For good, in history and frozen versions, too. No number changes by it."""
        answer: ErasureOut = self._json(
            "POST", f"/api/v1/erasures/{pk}/erase", headers={"Idempotency-Key": idempotency_key, "If-Match": if_match}
        )
        return answer

    def list_invitations(self, *, cursor: str | None = None, limit: int | None = None) -> PageOfInvitationOut:
        """The open ones."""
        answer: PageOfInvitationOut = self._json("GET", "/api/v1/invitations", query={"cursor": cursor, "limit": limit})
        return answer

    def get_invitation(self, pk: int) -> InvitationOut:
        answer: InvitationOut = self._json("GET", f"/api/v1/invitations/{pk}")
        return answer

    def withdraw_an_invitation(
        self, pk: int, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> InvitationOut:
        """Who came by it stays."""
        answer: InvitationOut = self._json(
            "POST",
            f"/api/v1/invitations/{pk}/withdraw",
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def get_me(self) -> Me:
        """The token's person, what the token may, and where."""
        answer: Me = self._json("GET", "/api/v1/me")
        return answer

    def get_held_of_me(self) -> dict[str, Any]:
        """All that is held of the token's person."""
        answer: dict[str, Any] = self._json("GET", "/api/v1/me/held")
        return answer

    def understand_number(self, *, said: str | None = None) -> Bounds | None:
        """How a number of people is understood; null where it is none."""
        answer: Bounds | None = self._json("GET", "/api/v1/numbers", query={"said": said})
        return answer

    def list_organisations(
        self,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        q: str | None = None,
        level: Literal["national", "region", "district", "primary"] | None = None,
        below: int | None = None,
    ) -> PageOfOrganisationOut:
        """Those that the token's person sees."""
        answer: PageOfOrganisationOut = self._json(
            "GET",
            "/api/v1/organisations",
            query={"cursor": cursor, "limit": limit, "q": q, "level": level, "below": below},
        )
        return answer

    def import_sheet(
        self,
        *,
        organisation: int,
        file: File,
        write: bool | None = None,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> Import:
        """Organisations below one, from a sheet. Look first (`write` false): every row says what it would do. Rows with errors are left out."""
        answer: Import = self._json(
            "POST",
            "/api/v1/organisations/imports",
            form={"organisation": organisation, "write": write, "file": file},
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def download_import_template(self) -> bytes:
        return self._file("GET", "/api/v1/organisations/imports/template")

    def undo_import(self, pk: int, *, idempotency_key: str | None = None, if_match: int | str | None = None) -> Done:
        """`pk` is the operation that wrote it."""
        answer: Done = self._json(
            "POST",
            f"/api/v1/organisations/imports/{pk}/undo",
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def get_organisation(self, pk: int) -> OrganisationOut:
        answer: OrganisationOut = self._json("GET", f"/api/v1/organisations/{pk}")
        return answer

    def change_an_organisation(
        self,
        pk: int,
        told: OrganisationChange | None = None,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> OrganisationOut:
        """What is left out stays as it is."""
        answer: OrganisationOut = self._json(
            "PATCH",
            f"/api/v1/organisations/{pk}",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def add_an_organisation(
        self, pk: int, told: OrganisationIn, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> OrganisationOut:
        """Below the one of the address."""
        answer: OrganisationOut = self._json(
            "POST",
            f"/api/v1/organisations/{pk}/below",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def invite_somebody(
        self,
        pk: int,
        told: InvitationIn | None = None,
        *,
        idempotency_key: str | None = None,
        if_match: int | str | None = None,
    ) -> InvitationOut:
        answer: InvitationOut = self._json(
            "POST",
            f"/api/v1/organisations/{pk}/invitations",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def get_person(self, pk: int) -> PersonOut:
        answer: PersonOut = self._json("GET", f"/api/v1/people/{pk}")
        return answer

    def erase_person_account(
        self, pk: int, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> Done:
        """For good: what was decided by it stays, without a name."""
        answer: Done = self._json(
            "POST", f"/api/v1/people/{pk}/erase", headers={"Idempotency-Key": idempotency_key, "If-Match": if_match}
        )
        return answer

    def switch_account(
        self, pk: int, told: SwitchIn, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> PersonOut:
        """Switched off, an account lets nobody in and keeps its roles; its tokens open nothing."""
        answer: PersonOut = self._json(
            "PUT",
            f"/api/v1/people/{pk}/switch",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def list_roles(
        self,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        q: str | None = None,
        role: Literal["reader", "reporter", "reviewer", "coordinator", "administrator"] | None = None,
    ) -> PageOfRoleOut:
        """Who has which role, where the token's person may invite."""
        answer: PageOfRoleOut = self._json(
            "GET", "/api/v1/roles", query={"cursor": cursor, "limit": limit, "q": q, "role": role}
        )
        return answer

    def change_role(
        self, pk: int, told: RoleIn, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> RoleOut:
        answer: RoleOut = self._json(
            "PUT", f"/api/v1/roles/{pk}", body=told, headers={"Idempotency-Key": idempotency_key, "If-Match": if_match}
        )
        return answer

    def remove_role(self, pk: int, *, idempotency_key: str | None = None, if_match: int | str | None = None) -> Done:
        """The account stays."""
        answer: Done = self._json(
            "DELETE", f"/api/v1/roles/{pk}", headers={"Idempotency-Key": idempotency_key, "If-Match": if_match}
        )
        return answer

    def verify_edition(self, code: str) -> Verified:
        """Open to anybody, as its page is: who signed a version, when, and the hashes of its files."""
        answer: Verified = self._json("GET", f"/api/v1/verify/{code}")
        return answer

    def list_webhooks(self, *, cursor: str | None = None, limit: int | None = None) -> PageOfWebhookOut:
        """Those of the token's person."""
        answer: PageOfWebhookOut = self._json("GET", "/api/v1/webhooks", query={"cursor": cursor, "limit": limit})
        return answer

    def make_a_webhook(
        self, told: WebhookIn, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> WebhookMade:
        """For who may organise there. Messages are signed as standardwebhooks.com says."""
        answer: WebhookMade = self._json(
            "POST", "/api/v1/webhooks", body=told, headers={"Idempotency-Key": idempotency_key, "If-Match": if_match}
        )
        return answer

    def list_webhook_events(self) -> list[str]:
        """What there is to be told of."""
        answer: list[str] = self._json("GET", "/api/v1/webhooks/events")
        return answer

    def get_webhook(self, pk: int) -> WebhookOut:
        answer: WebhookOut = self._json("GET", f"/api/v1/webhooks/{pk}")
        return answer

    def remove_a_webhook(
        self, pk: int, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> Done:
        """With its log."""
        answer: Done = self._json(
            "DELETE", f"/api/v1/webhooks/{pk}", headers={"Idempotency-Key": idempotency_key, "If-Match": if_match}
        )
        return answer

    def list_deliveries(
        self,
        pk: int,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        state: Literal["waiting", "delivered", "given_up", "dropped"] | None = None,
    ) -> PageOfDeliveryOut:
        """The log, kept for 30 days."""
        answer: PageOfDeliveryOut = self._json(
            "GET", f"/api/v1/webhooks/{pk}/deliveries", query={"cursor": cursor, "limit": limit, "state": state}
        )
        return answer

    def send_delivery_again(
        self, pk: int, number: int, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> DeliveryOut:
        """Also one that was given up."""
        answer: DeliveryOut = self._json(
            "POST",
            f"/api/v1/webhooks/{pk}/deliveries/{number}/again",
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer

    def ping_webhook(
        self, pk: int, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> DeliveryOut:
        """A message of nothing, to see whether it arrives."""
        answer: DeliveryOut = self._json(
            "POST", f"/api/v1/webhooks/{pk}/ping", headers={"Idempotency-Key": idempotency_key, "If-Match": if_match}
        )
        return answer

    def switch_a_webhook(
        self, pk: int, told: SwitchIn, *, idempotency_key: str | None = None, if_match: int | str | None = None
    ) -> WebhookOut:
        answer: WebhookOut = self._json(
            "PUT",
            f"/api/v1/webhooks/{pk}/switch",
            body=told,
            headers={"Idempotency-Key": idempotency_key, "If-Match": if_match},
        )
        return answer
