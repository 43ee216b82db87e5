from django.urls import path

from svod.web.invitations import views

urlpatterns = [
    path("people/invitations/", views.invitations, name="invitations"),
    path("people/invitations/<int:pk>/", views.invitation, name="invitation"),
    path("people/invitations/<int:pk>/withdraw/", views.withdraw_invitation, name="withdraw_invitation"),
    path("organisations/<int:pk>/invite/", views.new_invitation, name="new_invitation"),
]
