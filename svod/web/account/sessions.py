"""Sessions as Django keeps them in the database; every request asks for one."""

from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db import models
from django.utils import timezone

from svod.register.often import Given, Often

SESSION = Often(
    Session.objects.filter(
        session_key=Given("key", models.CharField()), expire_date__gt=Given("now", models.DateTimeField())
    )
)


class SessionStore(db.SessionStore):
    def _get_session_from_db(self) -> Any:
        found = SESSION.row(key=self.session_key, now=timezone.now())
        if found is None:
            self._session_key = None
        return found
