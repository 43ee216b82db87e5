from django.urls import path

from svod.web.publish import contacts, views

urlpatterns = [
    path("c/<slug:slug>/public/", views.page, name="publishing"),
    path("c/<slug:slug>/public/draw-up/", views.make, name="draw_up"),
    path("c/<slug:slug>/public/rung/", contacts.rung, name="rung_contact"),
    path("c/<slug:slug>/public/press-contact/", contacts.for_the_press, name="press_contact"),
    path("c/<slug:slug>/public/<int:pk>/", views.one, name="publication"),
    path("c/<slug:slug>/public/<int:pk>/publish/", views.let_out, name="publish"),
    path("c/<slug:slug>/public/<int:pk>/take-down/", views.take_away, name="take_down"),
    path("c/<slug:slug>/public/<int:pk>/release/", views.let_through, name="release"),
]
