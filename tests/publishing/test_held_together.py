"""No line of a document ends between a number and what belongs to it."""

import pytest

from svod.publishing.held_together import held_together
from svod.records import Evidence, Run


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        (["В школе № 5 прошла лекция."], "В школе №_5 прошла лекция."),
        (["№ 12 мектепте дәріс өтті."], "№_12 мектепте дәріс өтті."),
        (["Пришли 200 человек."], "Пришли 200_человек."),
        (["5 декабря в г. Алматы"], "5_декабря в г._Алматы"),
        (["Участвовали ", "54", " родителя."], "Участвовали 54_родителя."),
        (["от 90 до 110", " человек"], "от 90 до 110_человек"),
        (["число участников — 45"], "число участников_— 45"),
        (["жиынтық саны — ", "45"], "жиынтық саны_— 45"),
        (["Каждый 5 и 6 класс"], "Каждый 5 и 6_класс"),
        (["В 2025", " и 2026"], "В 2025 и 2026"),
        (["Класс 5. Затем"], "Класс 5. Затем"),
    ],
)
def test_it_is_held_together(told: list[str], shown: str) -> None:
    runs = [Run(text, (Evidence("a", 0, 1),) if text[0].isdigit() else ()) for text in told]
    found = list(held_together(runs))
    assert "".join(run.text for run in found) == shown.replace("_", "\u00a0")
    assert [run.sources for run in found] == [run.sources for run in runs]
