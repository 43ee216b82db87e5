from django.urls import path

from svod.web.rights import views

urlpatterns = [
    path("people/erasures/", views.erasures, name="erasures"),
    path("people/erasures/<int:pk>/", views.erasure, name="erasure"),
    path("people/erasures/<int:pk>/held.json", views.held_of_somebody, name="erasure_held"),
    path("people/erasures/<int:pk>/erase/", views.go, name="erase_person"),
    path("people/<int:pk>/erase/", views.erase_one, name="erase_account"),
    path("account/held.json", views.held_of_me, name="held_of_me"),
]
