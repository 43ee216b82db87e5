from django.urls import path

from svod.web.learning import views

urlpatterns = [path("c/<slug:slug>/learning/", views.learning, name="learning")]
