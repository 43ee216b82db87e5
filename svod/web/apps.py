from typing import Any

from django.apps import AppConfig
from django.core.management import call_command
from django.db.models.signals import post_migrate


class WebConfig(AppConfig):
    name = "svod.web"
    label = "web"

    def ready(self) -> None:
        post_migrate.connect(make_cache_table, sender=self)


def make_cache_table(using: str, verbosity: int = 0, **_rest: Any) -> None:
    """The table that counts attempts to sign in comes with the others."""
    call_command("createcachetable", database=using, verbosity=max(verbosity - 1, 0))
