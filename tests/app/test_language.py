"""The pages in German: whoever asks for it gets it, keeps it, and can go back."""

from streamlit.testing.v1 import AppTest

from tests.app.pages import opened, press, ran


def _titles(test: AppTest) -> list[str]:
    return [button.label for button in test.button if button.key and button.key.startswith("language.")]


def test_address_chooses_a_language_and_the_choice_outlives_it() -> None:
    test = opened("pitfalls.py", {"lang": "de"})
    assert _titles(test) == ["English"]
    del test.query_params["lang"]
    test.run()
    assert _titles(test) == ["English"]


def test_switch_changes_the_language_and_takes_it_from_the_address() -> None:
    test = press(opened("pitfalls.py", {"lang": "de"}), "language.0")
    assert _titles(test) == ["Deutsch"]
    assert "lang" not in test.query_params
    assert _titles(press(test, "language.0")) == ["English"]


def test_a_language_that_there_is_not_changes_nothing() -> None:
    assert _titles(opened("pitfalls.py", {"lang": "tlh"})) == ["Deutsch"]


def test_back_to_an_address_from_before_the_choice_keeps_the_language_and_drops_the_old_one() -> None:
    test = press(opened("pitfalls.py", {"lang": "de"}), "language.0")
    test.query_params["lang"] = "de"
    test = ran(test)
    assert _titles(test) == ["Deutsch"]
    assert "lang" not in test.query_params
