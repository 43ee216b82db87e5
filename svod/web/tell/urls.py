from django.urls import path

from svod.web.tell import care, install, photos, receipt, remarks, views

urlpatterns = [
    path("c/<slug:slug>/tell/", views.page, name="tell"),
    path("c/<slug:slug>/tell/number/", views.number, name="tell_number"),
    path("c/<slug:slug>/tell/care/", care.look, name="tell_care"),
    path("c/<slug:slug>/tell/state/", install.state, name="tell_state"),
    path("c/<slug:slug>/tell/worker.js", install.worker, name="tell_worker"),
    path("c/<slug:slug>/tell/manifest.webmanifest", install.manifest, name="tell_manifest"),
    path("c/<slug:slug>/tell/remarks/<str:anchor>/", remarks.remark, name="told_remark"),
    path("c/<slug:slug>/tell/<int:key>/", receipt.told, name="told"),
    path("c/<slug:slug>/tell/<int:key>/photos/", photos.add, name="told_photos"),
    path("c/<slug:slug>/submissions/<int:key>/photos/<int:pk>/", photos.photo, name="photo"),
    path("c/<slug:slug>/submissions/<int:key>/photos/<int:pk>/out/", photos.take_out, name="photo_out"),
]
