from django.urls import path

from svod.web.people import changes, views

urlpatterns = [
    path("people/", views.people, name="people"),
    path("people/<int:pk>/", views.person, name="person"),
    path("people/<int:pk>/switch/", changes.switch_account, name="switch_account"),
    path("people/<int:pk>/password-link/", changes.password_link, name="password_link"),
    path("people/<int:pk>/second-step/", changes.forget_second_step, name="forget_second_step"),
    path("people/roles/<int:pk>/", changes.change_role, name="change_role"),
    path("people/roles/<int:pk>/remove/", changes.remove_role, name="remove_role"),
]
