from django.apps import AppConfig
from django.db.models.signals import post_migrate


class RegisterConfig(AppConfig):
    name = "svod.register"
    label = "register"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from svod.register import signs
        from svod.register.totals import touched

        for kept in (signs, touched):
            post_migrate.connect(kept.set_up, sender=self)
