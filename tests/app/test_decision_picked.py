"""An option of the guided decision that is picked and not yet given."""

from tests.app.pages import address, opened, press, ran


def test_what_is_picked_stands_in_the_address_until_it_is_given() -> None:
    test = opened("decide.py", {"problem": "style", "from": "compare"})
    test.radio(key="decision.style-prompting").set_value("yes")
    assert address(ran(test)) == {"problem": ["style"], "from": ["compare"], "picked": ["yes"]}
    press(test, "decision.style-prompting.go")
    assert address(test) == {"problem": ["style"], "style-prompting": ["yes"], "from": ["compare"]}


def test_an_address_that_picks_what_the_question_does_not_have_picks_nothing() -> None:
    test = opened("decide.py", {"problem": "style", "picked": "tea,<b>"})
    assert test.radio(key="decision.style-prompting").value is None
    assert not test.warning


def test_screen_readers_hear_a_box_to_tick_as_it_is_read() -> None:
    assert [box.label for box in opened("decide.py").checkbox][::2] == [
        "It doesn't know my documents",
        "It doesn't do my task as I need it",
    ]


def test_of_many_unknown_names_in_an_address_a_few_are_said() -> None:
    test = opened("decide.py", {f"tea-{n}": "1" for n in range(500)})
    assert "“tea-0, tea-1, tea-2, tea-3, tea-4, …”" in test.warning[0].value
