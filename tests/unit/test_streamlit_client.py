"""The visitor without a browser, by whom load is measured, tells what a browser tells."""

import asyncio

import pytest
from streamlit.proto.ClientState_pb2 import ClientState

from benchmarks import lab_click
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


def test_tab_of_the_lab_looks_at_its_run_and_follows_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = []

    async def send(state: ClientState) -> None:
        looked.append(state.fragment_id)
        if len(looked) == 2:
            raise TimeoutError

    tab = Visitor("http://127.0.0.1:1", "lab", "", {})
    tab._widgets["lab.stop"] = ("$$ID-0-lab.stop", "result")
    monkeypatch.setattr(tab, "_send", send)
    monkeypatch.setattr(lab_click, "LOOKS_EVERY_S", 0)
    with pytest.raises(TimeoutError):
        asyncio.run(lab_click.watch(tab))
    assert looked == ["result", "result"]
