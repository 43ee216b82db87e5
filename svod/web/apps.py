from typing import Any

from django.apps import AppConfig, apps
from django.core.management import call_command
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate


class WebConfig(AppConfig):
    name = "svod.web"
    label = "web"

    def ready(self) -> None:
        from svod.web.watch.slow import watch  # it asks for the settings

        connection_created.connect(watch)
        # Sent for apps with tables of their own, which this one is not.
        post_migrate.connect(make_cache_table, sender=apps.get_app_config("register"))


def make_cache_table(using: str, verbosity: int = 0, **_rest: Any) -> None:
    """The table that counts attempts to sign in comes with the others."""
    call_command("createcachetable", database=using, verbosity=max(verbosity - 1, 0))
