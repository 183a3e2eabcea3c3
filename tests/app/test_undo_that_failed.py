"""Undo while the store fails: a press that is repeated takes one answer back, not two."""

import pytest

from components import session
from core.store.errors import BUSY, StoreError
from tests.app.pages import opened, press, words
from tests.app.seated import key_of

GIVE_UP = "review-give-up.press"


def test_undo_that_failed_is_told_and_takes_one_answer_back_when_it_is_repeated(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    test, store = opened("quick_fire.py"), session.store()
    for _ in range(2):
        press(
            press(test, GIVE_UP if GIVE_UP in {button.key for button in test.button} else "review-check.press"),
            "grade.4",
        )

    def fails(*_: object, **__: object) -> None:
        raise StoreError(BUSY)

    with monkeypatch.context() as patch:
        patch.setattr(type(store.drafts), "put", fails)
        press(test, "review.undo")
        assert [error.value for error in test.error] == [BUSY]
    assert len(store.log.recent(key_of(test))) == 2
    press(test, "review.undo")
    assert not test.error
    assert "Undone. Grade it again." in words(test)
    assert len(store.log.recent(key_of(test))) == 1
