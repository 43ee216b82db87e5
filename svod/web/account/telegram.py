"""The person's chats with the Telegram bot: linked by a code that is shown here once, unlinked here at any time."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from svod.register.models import TelegramBot
from svod.register.services import link_chat
from svod.web.base.qr import qr_code


@never_cache
def telegram(request: HttpRequest) -> HttpResponse:
    """Asked for by a post, it shows a new link; the one shown before holds no longer."""
    bot = TelegramBot.at_work()
    context = {"bot": bot, "chats": request.user.chats.order_by("linked_at")}
    if request.method == "POST" and bot is not None:
        code = link_chat.new_code(request.user)
        link = f"https://t.me/{bot.name}?start={code}"
        context |= {"link": link, "code": code, "qr": qr_code(link), "minutes": link_chat.HOLDS_FOR.seconds // 60}
    return render(request, "account/telegram.html", context)


@require_POST
def unlink(request: HttpRequest, number: int) -> HttpResponse:
    link_chat.unlink(get_object_or_404(request.user.chats, pk=number), request.user)
    messages.success(request, _("The chat is unlinked. What was handed in from it stays."))
    return redirect("account_telegram")
