from django.urls import path

from svod.standards.formats import IATI
from svod.web.systems import views

urlpatterns = [
    path("c/<slug:slug>/systems/", views.page, name="systems"),
    path(f"c/<slug:slug>/systems/{IATI}", views.as_iati, name="systems_iati"),
    path("c/<slug:slug>/systems/<str:form>/", views.as_file, name="systems_file"),
]
