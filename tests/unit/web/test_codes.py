"""A room's code, found in what a person types or pastes."""

import pytest

from core.web.codes import read_room_code


@pytest.mark.parametrize(
    "pasted",
    ["ABC-234", "abc‑234", "abc 234", "abc234", "Room ABC – 234.", "It is ABC-234 and the door opens at nine."],
)
def test_code_is_found_among_other_words(pasted: str) -> None:
    assert read_room_code(pasted) == "ABC-234"


def test_last_code_counts_as_in_an_address_with_a_room() -> None:
    assert read_room_code("ABC-234 is over; now http://ladder.test/join?room=XYZ-789") == "XYZ-789"
