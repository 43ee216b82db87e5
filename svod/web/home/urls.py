from django.urls import path

from svod.web.home.views import home

urlpatterns = [path("", home, name="home")]
