"""The visitor without a browser, by whom load is measured, tells what a browser tells."""

from benchmarks.streamlit_client import Visitor


def test_every_wish_for_a_run_tells_what_was_chosen_and_the_last_drawn_button_is_known() -> None:
    visitor = Visitor("http://127.0.0.1:1", "join", "", {})
    for key in ("vote.pick", "room-do", "room-take", "room-do"):
        visitor._widgets.pop(key, None)
        visitor._widgets[key] = (f"$$ID-0-{key}", "fragment")
    visitor._chosen["$$ID-0-vote.pick"] = "RAG"
    told = visitor._rerun("room-do").widget_states.widgets
    assert [(one.id, one.string_value) for one in told] == [("$$ID-0-vote.pick", "RAG")]
    assert visitor.latest(["room-take", "room-do"]) == "room-do" and visitor.latest(["room-run"]) is None
