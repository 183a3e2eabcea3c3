"""A store that cannot be opened, as one that a newer version wrote: every page has its title, and says so once."""

import pytest

from components import session
from core.store.errors import NEWER, StoreError
from core.store.store import Store
from tests.app.pages import opened, words


@pytest.mark.parametrize(
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
