"""The decision record: its subject is anybody's text, and its numbers are read once."""

import pytest

from tests.app.pages import opened, ran, words
from tests.app.store_reads import asked_of_the_store
from tests.app.test_decision import TUNED_STYLE


def test_an_address_in_the_subject_does_not_become_a_link_of_the_page() -> None:
    test = opened("decide.py", TUNED_STYLE | {"for": "See www.b.example", "view": "record"})
    assert "# Decision: See www\N{WORD JOINER}.b.example" in words(test)


@pytest.mark.parametrize("view", ["guide", "record"])
def test_a_run_asks_the_store_once_for_the_numbers_of_the_record(view: str) -> None:
    test = opened("decide.py", TUNED_STYLE | {"view": view})
    with asked_of_the_store() as asked:
        ran(test)
    assert len([values for _, values in asked if "record-numbers" in values]) == 1
