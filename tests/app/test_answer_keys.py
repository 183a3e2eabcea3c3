"""Which letters press something while a question is answered: none where one types."""

import pytest

from components.answer_keys import TYPED, answer_keys
from components.check_label import check_label
from core.content.arranged_items import Match
from core.quiz.answers import Matched, Picked
from core.quiz.families.labelling_hours import FAMILY
from tests.read_once import load_content

CONTENT = load_content()


@pytest.mark.parametrize("kind", TYPED)
def test_no_letter_takes_a_hint_or_gives_up_where_one_types(kind: str) -> None:
    item = next(item for item in CONTENT.items if item.kind == kind)
    assert not {"n", "h"} & set(answer_keys(item, "form", "check", "up", "hint"))


def test_fresh_number_is_typed_too() -> None:
    assert set(answer_keys(FAMILY.item(1), "form", "check", "up", "hint")) == {"Space", "Enter"}


def test_letters_are_there_where_one_picks_and_only_for_buttons_that_are() -> None:
    item = next(item for item in CONTENT.items if item.kind == "single-choice")
    keys = answer_keys(item, "form", "check", "up", "hint")
    assert (keys["n"], keys["h"]) == (("up",), ("hint",))
    assert not {"n", "h"} & set(answer_keys(item, "form"))


def test_button_tells_enter_once_it_checks_from_wherever_the_focus_is() -> None:
    item = next(item for item in CONTENT.items if isinstance(item, Match))
    pairs = tuple((pair.id, pair.id) for pair in item.pairs)
    assert check_label(item, None) == "Check answer"
    assert check_label(item, Matched(pairs=pairs[:1])) == "Check answer"
    assert check_label(item, Matched(pairs=pairs)) == "Check answer `Enter`"
    picked = next(item for item in CONTENT.items if item.kind == "single-choice")
    assert check_label(picked, Picked(options=("a",))) == "Check answer `Enter`"
