from django.urls import path

from svod.web.welcome.views import welcome

urlpatterns = [path("welcome/<str:token>/", welcome, name="welcome")]
