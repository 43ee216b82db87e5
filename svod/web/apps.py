from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "svod.web"
    label = "web"
