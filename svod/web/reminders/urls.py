from django.urls import path

from svod.web.reminders.rule import rule
from svod.web.reminders.views import new, page

urlpatterns = [
    path("c/<slug:slug>/reminders/", page, name="reminders"),
    path("c/<slug:slug>/reminders/new/", new, name="new_reminders"),
    path("c/<slug:slug>/reminders/rule/", rule, name="reminder_rule"),
]
