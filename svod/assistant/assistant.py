"""A document's reading put before a model: sent in parts, looked up, merged; what fails leaves it as it was."""

import hashlib
import math
import time
import uuid
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from decimal import Decimal

from svod.assistant.accept import Reader
from svod.assistant.answer import Claim, NoAnswer, Refused, claims_of
from svod.assistant.ask import bodies
from svod.assistant.endpoint import Endpoint
from svod.assistant.line import Answer, Failed, Line
from svod.assistant.merge import merge
from svod.assistant.parts import Outgoing, outgoing
from svod.assistant.records import ANSWERED, Consulted, Part, Rejected, Sent
from svod.assistant.seen import Seen
from svod.packs import Pack
from svod.records import Activity, Reading, ReportedTotal, Span

Keep = Callable[[Sent], None]
MILLION = Decimal(1_000_000)
FOR_GOOD = frozenset({"key_refused", "redirected", "refused"})  # asking again would bring no other answer
MOST_IN_A_ROW = 2  # failures; then the endpoint is left alone


@dataclass
class _Heard:
    """What came of the parts of one document."""

    activities: list[Activity] = field(default_factory=list)
    totals: list[ReportedTotal] = field(default_factory=list)
    answered: list[Span] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    sent: list[Sent] = field(default_factory=list)
    refused: Refused = field(default_factory=Counter)
    failure: str = ""


class Assistant:
    """Asks one endpoint about readings, one after the other.

    `keep` is given what is sent twice: before the first byte leaves, and when it is known what came of it. Once an
    endpoint fails for good, or twice in a row, or `budget` seconds were waited for it, nothing more is sent.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        pack: Pack,
        keep: Keep,
        pause: Callable[[float], None] = time.sleep,
        budget: float = math.inf,
    ) -> None:
        self.endpoint, self.pack, self._keep = endpoint, pack, keep
        self._line = Line(endpoint, pause)
        self._failed, self._left = 0, budget
        self.given_up = ""

    def consult(self, reading: Reading) -> Consulted:
        """The reading with what the model adds; the reading as it is where there is no answer."""
        document = reading.document
        if self.given_up or not document.text.strip():
            return Consulted(reading, failure=self.given_up)
        sent = outgoing(document, self.pack, own=self.endpoint.own)
        heard, seen = _Heard(failure="too_long" if sent.is_cut else ""), Seen(document, self.pack)
        for part in sent.parts:
            self.given_up = self.given_up or ("too_slow" if self._left <= 0 else "")
            if self.given_up:
                heard.failure = heard.failure or self.given_up
                break
            answer = self._heard_on(part, sent, seen, heard)
            if answer is not None:
                self._take(answer, Reader(seen, sent, part), heard)
        merged, differences = merge(reading, heard.activities, heard.totals, heard.answered, heard.rejected)
        refused = {reason: count for reason, count in sorted(heard.refused.items()) if count}
        return Consulted(merged, differences, refused, tuple(heard.sent), heard.failure)

    def _heard_on(self, part: Part, sent: Outgoing, seen: Seen, heard: _Heard) -> Answer | None:
        """The answer to one part, what was sent on record before and after."""
        record = self._record(part, sent, seen)
        self._keep(record)
        answer: Answer | None = None
        begun = time.monotonic()
        try:
            answer = self._line.ask(*bodies(self.endpoint.model, part, self.pack, seen.document.year))
            record, self._failed = self._paid(record, answer), 0
        except Failed as failed:
            record, heard.failure = replace(record, outcome=failed.reason, tries=failed.tries), failed.reason
            self._count_failure(failed.reason)
        self._left -= time.monotonic() - begun
        heard.sent.append(record)
        self._keep(record)
        return answer

    def _take(self, answer: Answer, reader: Reader, heard: _Heard) -> None:
        try:
            claims = claims_of(answer.content, self.pack, heard.refused)
        except NoAnswer:
            heard.failure = "no_answer"
            return
        heard.answered.append(reader.sent.original(reader.part.start, reader.part.end))
        heard.activities += reader.activities(_of(claims, total=False), heard.refused, heard.rejected)
        heard.totals += reader.totals(_of(claims, total=True), heard.refused)

    def _count_failure(self, reason: str) -> None:
        self._failed += 1
        if reason in FOR_GOOD or self._failed >= MOST_IN_A_ROW:
            self.given_up = reason

    def _record(self, part: Part, sent: Outgoing, seen: Seen) -> Sent:
        return Sent(
            key=uuid.uuid4().hex,
            at=datetime.now(UTC),
            host=self.endpoint.host,
            model=self.endpoint.model,
            own=self.endpoint.own,
            document=seen.document.id,
            source=seen.document.source,
            span=sent.original(part.start, part.end),
            sha256=hashlib.sha256(part.text.encode()).hexdigest(),
            characters=len(part.text),
            masked=sent.masks_in(part),
        )

    def _paid(self, record: Sent, answer: Answer) -> Sent:
        """With its tokens, and what they cost where the endpoint says how many they were and a price is set."""
        cost, endpoint = None, self.endpoint
        if endpoint.has_price and answer.tokens_in is not None and answer.tokens_out is not None:
            cost = (answer.tokens_in * endpoint.price_in + answer.tokens_out * endpoint.price_out) / MILLION
        return replace(
            record,
            outcome=ANSWERED,
            tries=answer.tries,
            tokens_in=answer.tokens_in,
            tokens_out=answer.tokens_out,
            cost=cost,
            currency=endpoint.currency if cost is not None else "",
        )


def _of(claims: list[Claim], *, total: bool) -> list[Claim]:
    return [claim for claim in claims if bool(claim.measure) is total]
