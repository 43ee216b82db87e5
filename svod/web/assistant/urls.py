from django.urls import path

from svod.web.assistant import views

urlpatterns = [path("collecting/model/", views.assistant, name="assistant")]
