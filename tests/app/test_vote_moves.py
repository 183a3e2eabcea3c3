"""How the room moved between two rounds: said of those who voted in both, and not where nobody voted."""

from datetime import UTC, datetime

from core.quiz.answers import Picked
from core.web.process import own_store
from core.workshop import host, participant
from core.workshop.vote_events import Voted
from tests.app.pages import ran, words
from tests.app.rooms import hosting
from tests.read_once import load_content

STEP = "vote-plant"
ITEM = load_content().item_by_id["case-plant-rules-stand-still"]


def shown_after(*rounds: dict[str, str]) -> str:
    """What a host's page says once the results of these rounds are shown; each is a pick by person."""
    test, code = hosting()
    store, now = own_store(), datetime.now(UTC)
    for name in dict.fromkeys(name for picks in rounds for name in picks):
        store.rooms.act(code, lambda one, name=name: participant.join(one, name, name, now))
    store.rooms.act(code, lambda one: host.set_steps(one, load_content().agenda_by_id["workshop-20"].steps, now))
    store.rooms.act(code, lambda one: host.show(one, STEP, now))
    for number, picks in enumerate(rounds, start=1):
        store.rooms.act(code, lambda one: host.open_vote(one, STEP, datetime.now(UTC)))
        for name, option in picks.items():
            pick = Voted(at=datetime.now(UTC), ballot=f"{STEP}.{number}", person=name, answer=Picked(options=(option,)))
            store.rooms.act(code, lambda one, pick=pick: participant.vote(one, pick, ITEM))
        store.rooms.act(code, lambda one: host.close_vote(one, datetime.now(UTC)))
    store.rooms.act(code, lambda one: host.show_results(one, datetime.now(UTC)))
    return words(ran(test))


def test_moves_say_of_how_many_they_are_where_somebody_voted_once() -> None:
    said = shown_after({"Ada": "fine-tune", "Bo": "rag", "Cy": "rag"}, {"Ada": "rag", "Bo": "fine-tune"})
    assert "Moves count only those who voted in both rounds: 2 of 3." in said


def test_moves_of_everybody_need_no_word() -> None:
    said = shown_after({"Ada": "fine-tune", "Bo": "rag"}, {"Ada": "rag", "Bo": "rag"})
    assert "moved wrong to right" in said
    assert "Moves count only those" not in said


def test_round_without_votes_is_not_told_as_nothing_right() -> None:
    said = shown_after({"Ada": "rag"}, {})
    assert "Nobody voted in round 2: there is nothing to compare." in said
    assert "right, first and second round" not in said
