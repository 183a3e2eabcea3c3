"""What a calculator says of settings that its drawer hides."""

from tests.app.pages import opened, words


def test_names_with_a_unit_stay_apart_among_the_changed_ones() -> None:
    said = words(opened("calculators.py", {"calc": "break-even", "training_mtok": "60", "retrain_every_months": "2"}))
    assert "Changed there: Training tokens, millions; Retrain every, months." in said
