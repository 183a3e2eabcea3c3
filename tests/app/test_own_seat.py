"""A participant's own place: a mistyped name is mended, and who leaves is out until they come back."""

from datetime import UTC, datetime

from core.web.process import own_store
from core.workshop import host
from tests.app.pages import press, ran, words
from tests.app.rooms import found, joined, room


def test_mistyped_name_is_mended_on_the_phone() -> None:
    code = "KKA-234"
    room(code, "Bo")
    phone = joined(code, "Adaa")
    phone.session_state["room.seat"] = True
    ran(phone).text_input(key=f"room.own_name.{code}").set_value("Ada")
    press(phone, "room.rename")
    assert [one.name for one in found(code).present] == ["Bo", "Ada"]
    assert "The others now see “Ada”." in words(phone) and ">Ada, room " in words(phone)


def test_menu_stays_closed_when_the_screen_was_about_to_run_anew_with_it_open() -> None:
    code = "KKD-234"
    room(code)
    phone = joined(code, "Adaa")
    phone.session_state["room.seat"] = True
    ran(phone).text_input(key=f"room.own_name.{code}").set_value("Ada")
    press(phone, "room.rename")
    phone.session_state["room.seat"] = True
    assert "The others now see “Ada”." in words(ran(phone))
    assert "room.rename" not in {button.key for button in phone.button}


def test_who_leaves_may_come_back_through_a_locked_door_under_another_name() -> None:
    code = "KKB-234"
    room(code)
    phone = joined(code, "Ada")
    phone.session_state["room.seat"] = True
    press(ran(phone), "room.leave")
    assert not found(code).present and "You have left this room." in words(phone)
    assert "The host has removed you" not in words(phone)
    own_store().rooms.act(code, lambda one: host.set_lock(one, True, datetime.now(UTC)))
    ran(phone).text_input(key="join.name").set_value("Ada Lovelace")
    press(phone, next(button.key for button in phone.button if button.label == "Join"))
    assert [one.name for one in found(code).present] == ["Ada Lovelace"] and "Step 1 of" in words(phone)


def test_who_presses_back_to_the_page_without_a_code_finds_the_way_into_their_room() -> None:
    code = "KKC-234"
    room(code)
    phone = joined(code, "Ada")
    assert "The presenter is at" not in words(phone)
    del phone.query_params["room"]
    assert f"Room {code}. The presenter is at “The ladder”." in words(ran(phone))
    assert "Back to the presenter" in [link.proto.label for link in phone.get("page_link")]
