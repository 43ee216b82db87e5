from django.apps import AppConfig
from django.db.models.signals import post_save


class ApiConfig(AppConfig):
    name = "svod.api"
    label = "api"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from svod.api.hooks.outbox import note_done, note_operation
        from svod.api.rights import forget, held
        from svod.api.tasks import tidy
        from svod.register.announce import announced
        from svod.register.models import Operation
        from svod.register.rights import account
        from svod.register.tasks import ALSO

        post_save.connect(note_operation, Operation, dispatch_uid="webhooks")
        announced.connect(note_done, dispatch_uid="webhooks")
        announced.connect(forget, dispatch_uid="rights")
        ALSO.append(tidy)
        account.ALSO.append(held)
