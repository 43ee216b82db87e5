"""A request with an Idempotency-Key is done once, however often it is sent: the answer is kept with what was done.

Both are committed together: after a crash either both are there or none. The same key with another request is refused.
"""

import hashlib
import json
import re
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from svod.api.models import Answered, Token
from svod.api.plumbing.auth import token_in
from svod.api.plumbing.problems import problem

KEPT_FOR = timedelta(days=1)
SAFE = ("GET", "HEAD", "OPTIONS")
KEY = re.compile(r"^[\x21-\x7e]{1,255}$")
KEPT_HEADERS = ("Content-Type", "ETag", "Location")


def once(run: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    @wraps(run)
    def answered(request: HttpRequest, *given: Any, **named: Any) -> HttpResponse:
        key = request.headers.get("Idempotency-Key")
        token = token_in(request) if key is not None and request.method not in SAFE else None
        if key is None or token is None:  # without a token it is refused anyway
            return run(request, *given, **named)
        if not KEY.match(key):
            return problem(422, _("An Idempotency-Key has 1 to 255 signs and no spaces."), "bad_key")
        return _answer(request, token, key, lambda: run(request, *given, **named))

    return answered


def drop_old() -> int:
    return Answered.objects.filter(at__lt=timezone.now() - KEPT_FOR).delete()[0]


def _answer(request: HttpRequest, token: Token, key: str, do: Callable[[], HttpResponse]) -> HttpResponse:
    asked = _asked(request)
    with transaction.atomic():
        Answered.objects.filter(token=token, key=key, at__lt=timezone.now() - KEPT_FOR).delete()
        row, is_new = _claimed(token, key, asked)
        if not is_new:
            return _again(row) if row.asked == asked else _another()
        answer = _done(do)
        if answer.streaming:  # a file is not kept: asked again, it is made again
            row.delete()
        elif answer.status_code < 500 and answer.status_code not in (401, 429):
            _keep(row, answer)
        else:
            transaction.set_rollback(True)
    return answer


def _claimed(token: Token, key: str, asked: str) -> tuple[Answered, bool]:
    """Claim the key: its row. Who comes second waits here until the first has committed."""
    try:
        with transaction.atomic():
            return Answered.objects.create(token=token, key=key, asked=asked), True
    except IntegrityError:
        return Answered.objects.get(token=token, key=key), False


def _done(do: Callable[[], HttpResponse]) -> HttpResponse:
    """Do it and return the answer; a refusal leaves nothing behind but its answer."""
    with transaction.atomic():
        answer = do()
        if answer.status_code >= 400:
            transaction.set_rollback(True)
    return answer


def _keep(row: Answered, answer: HttpResponse) -> None:
    row.status, row.body = answer.status_code, answer.content.decode()
    row.headers = {name: answer[name] for name in KEPT_HEADERS if name in answer}
    row.save(update_fields=["status", "body", "headers"])


def _again(row: Answered) -> HttpResponse:
    answer = HttpResponse(row.body, status=row.status, headers=row.headers)
    answer["Idempotency-Replayed"] = "true"
    return answer


def _another() -> HttpResponse:
    words = _("This Idempotency-Key was sent with another request. Choose a new key for each thing that is to be done.")
    return problem(422, words, "key_of_another_request")


def _asked(request: HttpRequest) -> str:
    """The hash of what is asked: of a form its fields and files, since its boundary is another each time."""
    found = hashlib.sha256(f"{request.method} {request.get_full_path()}\n".encode())
    if request.content_type == "multipart/form-data":
        found.update(json.dumps(sorted(request.POST.lists())).encode())
        for name, files in sorted(request.FILES.lists()):
            for file in files:
                found.update(f"\n{name} {file.name} ".encode())
                for part in file.chunks():
                    found.update(part)
                file.seek(0)
    else:
        found.update(request.body)
    return found.hexdigest()
