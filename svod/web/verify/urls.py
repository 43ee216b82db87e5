from django.urls import path

from svod.web.verify.views import ask, verify

urlpatterns = [
    path("verify/", ask, name="verify_ask"),
    path("verify/<slug:version>/", verify, name="verify"),
]
