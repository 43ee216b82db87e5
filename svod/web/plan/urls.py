from django.urls import path

from svod.web.plan import calendar, deeds, feeds, held, one, sheets, views

urlpatterns = [
    path("c/<slug:slug>/plans/", views.plans, name="plans"),
    path("c/<slug:slug>/plans/against/", views.against, name="plan_against_fact"),
    path("c/<slug:slug>/plans/unlinked/", views.unlinked, name="plan_unlinked"),
    path("c/<slug:slug>/calendar/", calendar.page, name="calendar"),
    path("c/<slug:slug>/plan/<int:pk>/", views.plan, name="plan"),
    path("c/<slug:slug>/plan/<int:pk>/add/", one.add, name="plan_activity"),
    path("c/<slug:slug>/plan/<int:pk>/copy/", deeds.copy, name="copy_plan"),
    path("c/<slug:slug>/plan/<int:pk>/send/", deeds.send, name="send_plan"),
    path("c/<slug:slug>/plan/<int:pk>/decide/", deeds.decide, name="decide_plan"),
    path("c/<slug:slug>/planned/<int:pk>/", one.change_one, name="planned"),
    path("c/<slug:slug>/planned/<int:pk>/drop/", one.drop_one, name="drop_planned"),
    path("c/<slug:slug>/planned/<int:pk>/held/", held.page, name="planned_held"),
    path("c/<slug:slug>/planned/<int:pk>/link/", held.link_one, name="link_planned"),
    path("c/<slug:slug>/plan/<int:pk>/import/", sheets.choose, name="import_plan"),
    path("c/<slug:slug>/plan-sheets/<int:pk>/", sheets.look, name="plan_sheet"),
    path("c/<slug:slug>/plan-sheets/template/", sheets.table_template, name="plan_template"),
    path("c/<slug:slug>/feeds/", feeds.feeds, name="feeds"),
    path("c/<slug:slug>/feeds/<int:pk>/withdraw/", feeds.withdraw, name="withdraw_feed"),
    path("feeds/<str:token>.ics", feeds.feed, name="feed"),
]
