from django.urls import path

from svod.web.signing.views import page, reopen_part, sign_part

urlpatterns = [
    path("c/<slug:slug>/signing/", page, name="signing"),
    path("c/<slug:slug>/signing/<int:pk>/sign/", sign_part, name="sign"),
    path("c/<slug:slug>/signing/<int:pk>/reopen/", reopen_part, name="reopen"),
]
