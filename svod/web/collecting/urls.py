from django.urls import path

from svod.web.collecting import views

urlpatterns = [
    path("collecting/", views.collecting, name="collecting"),
    path("collecting/mailbox/fetch/", views.fetch_now, name="fetch_mail_now"),
]
