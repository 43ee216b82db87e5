"""What the API keeps of its own: tokens, answers that were given once, webhooks and their letters."""

from svod.api.models.answered import Answered
from svod.api.models.token import Service, Token

__all__ = ["Answered", "Service", "Token"]
