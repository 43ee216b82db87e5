"""What the API keeps of its own: tokens, answers that were given once, webhooks and their messages."""

from svod.api.models.answered import Answered
from svod.api.models.hook import Delivery, Webhook
from svod.api.models.token import Service, Token

__all__ = ["Answered", "Delivery", "Service", "Token", "Webhook"]
