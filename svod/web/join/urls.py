from django.urls import path

from svod.web.join.views import open_invitation

urlpatterns = [path("join/<str:token>/", open_invitation, name="join")]
