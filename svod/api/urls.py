"""Addresses for programs, and the pages about them."""

from django.urls import path

from svod.api.pages import docs, tokens, webhooks
from svod.api.v1.api import urls

urlpatterns = [
    path("api/v1/docs", docs.docs, name="api_docs"),
    path("api/v1/", urls),
    path("account/tokens/", tokens.page, name="tokens"),
    path("account/tokens/<int:pk>/revoke/", tokens.revoke, name="revoke_token"),
    path("account/webhooks/", webhooks.page, name="webhooks"),
    path("account/webhooks/<int:pk>/", webhooks.one, name="webhook"),
    path("account/webhooks/<int:pk>/change/", webhooks.change, name="webhook_change"),
]
