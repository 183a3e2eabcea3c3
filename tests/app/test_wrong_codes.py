"""What wrong codes cost: nothing to who is in the room, to who was let look at it, or while the store is away."""

import pytest
from streamlit.testing.v1 import AppTest

from core.store.errors import LOST, StoreError
from core.store.rooms import Rooms
from core.web.guess_limit import A_BROWSER
from tests.app.pages import opened, press, words
from tests.app.rooms import anew, joined, room

TOO_MANY = "Too many codes were tried."


def no_guess_is_left(*_: object) -> bool:
    return False


def gave(test: AppTest, code: str, name: str = "Ada") -> AppTest:
    test.text_input(key="join.code").set_value(code)
    test.text_input(key="join.name").set_value(name)
    return press(test, next(button.key for button in test.button if button.label == "Join"))


@pytest.fixture
def nothing_left(monkeypatch: pytest.MonkeyPatch) -> None:
    for page in ("components.workshop_join", "components.room_language"):
        monkeypatch.setattr(f"{page}.may_try_code", no_guess_is_left)


def test_who_is_in_the_room_comes_back_by_its_code_while_newcomers_wait(request: pytest.FixtureRequest) -> None:
    room("WCA-234")
    test = joined("WCA-234", "Ada")
    request.getfixturevalue("nothing_left")
    assert TOO_MANY in words(gave(opened("join.py"), "WCA 234", "Bo"))
    back = gave(anew(test), "WCA 234")
    assert TOO_MANY not in words(back) and "Step 1 of" in words(back)


def test_who_scanned_the_code_before_the_flood_still_comes_in(request: pytest.FixtureRequest) -> None:
    room("WCB-234")
    test = opened("join.py", {"room": "WCB-234"})
    request.getfixturevalue("nothing_left")
    assert "Step 1 of" in words(gave(test, "WCB-234"))


def test_presses_while_the_store_is_away_are_no_guesses(monkeypatch: pytest.MonkeyPatch) -> None:
    test = opened("join.py")

    def away(*_: object) -> None:
        raise StoreError(LOST)

    with monkeypatch.context() as outage:
        outage.setattr(Rooms, "find", away)
        outage.setattr(Rooms, "act", away)
        for _ in range(A_BROWSER + 1):
            test = gave(test, "WCC-234")
    room("WCC-234")
    assert "Step 1 of" in words(gave(test, "WCC-234"))
