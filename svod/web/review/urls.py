from django.urls import path

from svod.web.review import copies, deeds, elsewhere, left_out, pairs, supersede, views, whole

SUBMISSION = "c/<slug:slug>/submissions/<int:key>/"
CARD = "c/<slug:slug>/review/<slug:anchor>/"  # "a12" is an activity, "t5" a reported total

urlpatterns = [
    path(SUBMISSION, views.page, name="submission"),
    path(f"{SUBMISSION}keys/", views.keys, name="review_keys"),
    path(f"{SUBMISSION}confirm/", whole.confirm_all_certain, name="review_confirm_certain"),
    path(f"{SUBMISSION}add/", whole.add_activity, name="review_add"),
    path(f"{SUBMISSION}undo/", whole.undo_last, name="review_undo"),
    path(f"{SUBMISSION}move/", elsewhere.move_whole, name="review_move"),
    path(f"{SUBMISSION}withdraw/", elsewhere.withdraw_whole, name="review_withdraw"),
    path(f"{SUBMISSION}replaces/<int:earlier>/", supersede.supersede_whole, name="review_supersede"),
    path(f"{CARD}confirm/", deeds.confirm_one, name="review_confirm"),
    path(f"{CARD}reject/", deeds.reject_one, name="review_reject"),
    path(f"{CARD}edit/", deeds.edit, name="review_edit"),
    path(f"{CARD}split/", pairs.split_one, name="review_split"),
    path(f"{CARD}merge/", pairs.merge_one, name="review_merge"),
    path(f"{CARD}unmerge/", pairs.unmerge_one, name="review_unmerge"),
    path("c/<slug:slug>/left-out/<int:document>-<int:place>/", left_out.answer_left_out, name="review_left_out"),
    path("c/<slug:slug>/resemblances/certain/", copies.copies, name="review_copies"),
    path("c/<slug:slug>/resemblances/<int:key>/same/", pairs.decide, {"answer": "same"}, name="resemblance_same"),
    path(
        "c/<slug:slug>/resemblances/<int:key>/different/",
        pairs.decide,
        {"answer": "different"},
        name="resemblance_different",
    ),
]
