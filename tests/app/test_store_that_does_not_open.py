"""A store that cannot be opened, as one that a newer version wrote: every page has its title, and says so once."""

import pytest

from components import session
from core.store.errors import LOST, NEWER, StoreError
from core.store.store import Store
from tests.app.pages import opened, press, words

PAGES = pytest.mark.parametrize(
    ("page", "params", "title"),
    [
        ("quick_fire.py", {}, "Quick-fire"),
        ("quick_fire.py", {"way": "drill"}, "Quick-fire"),
        ("quick_fire.py", {"way": "exam"}, "Quick-fire"),
        ("quick_fire.py", {"item": "rlhf-in-order"}, "Quick-fire"),
        ("cases.py", {}, "Cases"),
        ("interview.py", {}, "Interview"),
        ("interview.py", {"way": "mock"}, "Interview"),
        ("progress.py", {}, "Progress"),
    ],
)


@PAGES
def test_page_has_its_title_and_says_once_what_is_wrong(
    page: str, params: dict[str, str], title: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails() -> Store:
        raise StoreError(NEWER)

    monkeypatch.setattr(session, "own_store", fails)
    test = opened(page, params)
    assert words(test).count("<h1") == 1
    assert f"<h1>{title}</h1>" in words(test)
    assert [error.value for error in test.error] == [NEWER]


@PAGES
def test_page_that_got_no_answer_speaks_of_no_answer_of_mine_and_comes_at_the_next_try(
    page: str, params: dict[str, str], title: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails() -> Store:
        raise StoreError(LOST, passing=True)

    with monkeypatch.context() as patch:
        patch.setattr(session, "own_store", fails)
        test = opened(page, params)
        assert [error.value for error in test.error] == ["The store does not answer. Try again in a moment."]
    (again,) = [button for button in test.button if button.label == "Try again"]
    press(test, str(again.key))
    assert not test.error
    assert len(test.button) > 1
