"""Undo in a tab that does not know yet what another tab has done."""

from components import session
from tests.app.pages import opened, press, words
from tests.app.seated import key_of

GIVE_UP = "review-give-up.press"


def test_undo_of_what_was_deleted_elsewhere_says_that_nothing_was_undone() -> None:
    test = opened("quick_fire.py")
    shows = GIVE_UP if GIVE_UP in {button.key for button in test.button} else "review-check.press"
    press(press(test, shows), "grade.4")
    assert session.store().learners.delete(key_of(test))
    press(test, "review.undo")
    assert "Nothing was undone" in words(test)
    assert "review.undo" not in {button.key for button in test.button}
