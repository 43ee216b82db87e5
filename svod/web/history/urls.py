from django.urls import path

from svod.web.history.views import page, take_back

urlpatterns = [
    path("c/<slug:slug>/history/", page, name="history"),
    path("c/<slug:slug>/history/<int:pk>/undo/", take_back, name="history_undo"),
]
