"""What the reader passed over, by the API: listed, taken in, turned down."""

from svod.register.models import Activity, State
from tests.api.calling import Caller
from tests.world import World

TEXT = "Прошла лекция.\nЕсли получится, викторина для родителей.\nЕсли получится, тренинг для студентов.\n"


def test_it_works(world: World) -> None:
    submission = world.submission(text=TEXT)
    reviewer, here = Caller(world.people["reviewer"]), f"/campaigns/{world.campaign.slug}"
    first, second = reviewer.get(f"{here}/submissions/{submission.pk}/left-out")
    assert (first["model"], first["kind"], first["quote"]) == (
        "activity",
        "game",
        "Если получится, викторина для родителей",
    )
    assert first["why"] == "a wish, an aim or advice"
    for one, takes_it, state in ((first, True, State.DRAFT), (second, False, State.REJECTED)):
        place = f"{here}/left-out/{one['document']}-{one['place']}"
        answer = reviewer("POST", place, {"take_in": takes_it})
        assert answer.status_code == 201, answer.content.decode()
        assert Activity.objects.get(pk=answer.json()["id"]).state == state
    assert reviewer.get(f"{here}/submissions/{submission.pk}/left-out") == []
    assert reviewer("POST", f"{here}/left-out/{first['document']}-7", {"take_in": True}).status_code == 404
