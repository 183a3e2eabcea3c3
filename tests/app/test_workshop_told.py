"""What a room tells those who listen to its screens: the step, the guide's next question, an outcome, the end."""

from datetime import UTC, datetime

import pytest

from core.lab.catalogue import EXPERIMENTS
from core.lab.events import Progress
from core.lab.runner.jobs import State
from core.quiz.answers import Picked
from core.store.store import Store
from core.web import lab_runner
from core.web.process import own_store
from core.web.room_run import ROOM_SEED, outcome_of
from core.workshop import host, participant
from core.workshop.lab import finish_run, open_guess, start_run
from core.workshop.vote_events import Voted
from tests.app.pages import address, opened, press, ran, words
from tests.app.rooms import GUIDE, answered, found, hosting, joined, room
from tests.app.slow_runner import SlowRunner
from tests.read_once import load_content

LAB = "lab-lazy"
SETTING = EXPERIMENTS["tune"].setting(ROOM_SEED, {"examples": 10000, "lazy": 0.3})
QUESTIONS = load_content().guide.questions


def at_lab(store: Store, code: str, *, starts: bool = True) -> None:
    """The room has guessed, and the run is started, unless it is still awaited."""
    steps = load_content().agenda_by_id["workshop-45"].steps
    store.rooms.act(code, lambda one: host.set_steps(one, steps, datetime.now(UTC)))
    for act in (host.show, open_guess):
        store.rooms.act(code, lambda one, act=act: act(one, LAB, datetime.now(UTC)))
    store.rooms.act(code, lambda one: host.close_vote(one, datetime.now(UTC)))
    if starts:
        store.rooms.act(code, lambda one: start_run(one, LAB, datetime.now(UTC)))


def test_outcome_of_a_run_is_told_beside_ones_own_guess() -> None:
    store = room("TTA-234", "Bo", agenda="workshop-45")
    at_lab(store, "TTA-234")
    test = joined("TTA-234", "Ada")
    recorded = lab_runner.lab_recordings().run(SETTING)
    assert recorded
    outcome = outcome_of(recorded, recorded=True)
    store.rooms.act("TTA-234", lambda one: finish_run(one, LAB, outcome, datetime.now(UTC)))
    assert 'data-ll-news="What came out: 39\N{NO-BREAK SPACE}%"' in words(ran(test))
    assert "42\N{NO-BREAK SPACE}% (30\N{NO-BREAK SPACE}to\N{NO-BREAK SPACE}49)" in words(test)  # broken at the bracket


def test_run_of_a_room_is_called_in_its_language(monkeypatch: pytest.MonkeyPatch) -> None:
    slow = SlowRunner()
    monkeypatch.setattr(lab_runner, "_STARTED", [slow])
    test = press(opened("host.py", {"lang": "de"}), "host.open")
    at_lab(own_store(), address(test)["room"][0])
    slow.put(SETTING.key, State.RUNNING, progress=Progress("full", 83, 300))
    assert "Volles Fine-Tuning: 83 von 300" in words(ran(test))


def test_run_that_the_room_left_before_its_end_comes_out_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    slow = SlowRunner()
    monkeypatch.setattr(lab_runner, "_STARTED", [slow])
    test, code = hosting()
    at_lab(own_store(), code)
    slow.put(SETTING.key, State.RUNNING, progress=Progress("full", 83, 300))
    press(ran(test), "room-next")
    assert found(code).step_id != LAB and not found(code).lab_runs[LAB].outcome
    slow.put(SETTING.key, State.FINISHED, result=lab_runner.lab_recordings().run(SETTING))
    assert "It is running now" not in words(ran(test))
    assert found(code).lab_runs[LAB].outcome


def test_room_and_phones_say_which_run_is_awaited_and_whether_it_has_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    slow, running = SlowRunner(), "It is running now, once for all of you."
    named = "the run “Few or many examples, good or careless”, once for all of you."
    monkeypatch.setattr(lab_runner, "_STARTED", [slow])
    test, code = hosting()
    at_lab(own_store(), code, starts=False)
    phone = joined(code, "Ada")
    assert named in words(ran(test)) and f"{named} Look at the big screen." in words(phone)
    own_store().rooms.act(code, lambda one: start_run(one, LAB, datetime.now(UTC)))
    slow.put(SETTING.key, State.WAITING)
    assert "It starts in a moment" in words(ran(test)) and running not in words(test)
    slow.put(SETTING.key, State.RUNNING, progress=Progress("full", 83, 300))
    assert running in words(ran(test)) and "starts in a moment" not in words(test)
    for screen in (test, ran(phone)):
        assert "<strong>“Few or many examples, good or careless”</strong>" in words(screen)
    assert f"{running} Look at the big screen." in words(phone)
    press(phone, "room.stop")
    own_store().rooms.act(code, lambda one: host.move(one, 1, datetime.now(UTC)))
    assert running in words(ran(phone)) and "Look at the big screen" not in words(phone)


def test_remote_says_that_a_run_goes_on_and_what_the_room_decided(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lab_runner, "_STARTED", [SlowRunner()])
    test, code = hosting()
    store = own_store()
    at_lab(store, code)
    test.switch_page("remote.py")
    running = "It is running now, once for all of you."
    assert running in words(ran(test))
    recorded = lab_runner.lab_recordings().run(SETTING)
    assert recorded
    outcome = outcome_of(recorded, recorded=True)
    store.rooms.act(code, lambda one: finish_run(one, LAB, outcome, datetime.now(UTC)))
    assert running not in words(ran(test))
    store.rooms.act(code, lambda one: participant.join(one, "Bo", "Bo", datetime.now(UTC)))
    store.rooms.act(code, lambda one: host.show(one, GUIDE, datetime.now(UTC)))
    for question, option in (("problem", "knowledge"), ("data-size", "large"), ("retrieval-time", "yes")):
        answered(store, code, question, option)
    assert '<p class="ll-lede">Use RAG</p>' in words(ran(test))
    flip = "<dt>Would flip it</dt><dd><strong>“Yes, there is time for it”</strong>"
    guide = "decide?problem=knowledge&data-size=large&retrieval-time=yes"
    for page in ("remote.py", "host.py"):  # the notes have the host ask which answer would flip it
        test.switch_page(page)
        assert flip in words(ran(test)) and guide in [one.proto.url for one in test.get("link_button")]
    store.rooms.act(code, lambda one: host.close(one, datetime.now(UTC)))
    assert flip in words(ran(test)) and guide in [one.proto.url for one in test.get("link_button")]


def test_host_is_told_the_title_of_a_step_and_a_participant_the_end() -> None:
    test, code = hosting()
    press(test, "room-next")
    assert 'data-ll-news="Step 2 of 11: Stage 1: pre-training"' in words(test)
    guest = joined(code, "Ada")
    own_store().rooms.act(code, lambda one: host.close(one, datetime.now(UTC)))
    assert 'data-ll-news="The workshop has ended"' in words(ran(guest))


def test_bars_of_two_rounds_are_named_for_their_round() -> None:
    test, code = hosting()
    store, step = own_store(), "vote-ward"
    store.rooms.act(code, lambda one: host.show(one, step, datetime.now(UTC)))
    store.rooms.act(code, lambda one: participant.join(one, "Bo", "Bo", datetime.now(UTC)))
    for number in (1, 2):
        store.rooms.act(code, lambda one: host.open_vote(one, step, datetime.now(UTC)))
        vote = Voted(at=datetime.now(UTC), ballot=f"{step}.{number}", person="Bo", answer=Picked(options=("rag",)))
        store.rooms.act(code, lambda _, vote=vote: (vote,))
        store.rooms.act(code, lambda one: host.close_vote(one, datetime.now(UTC)))
    store.rooms.act(code, lambda one: host.show_results(one, datetime.now(UTC)))
    said = words(ran(test))
    assert all(f'role="img" aria-label="round {number}: 100\N{NO-BREAK SPACE}%"' in said for number in (1, 2))


def test_phone_has_what_came_of_a_run_at_once_and_the_rest_in_a_drawer() -> None:
    store = room("TTD-234", "Bo", agenda="workshop-45")
    at_lab(store, "TTD-234")
    recorded = lab_runner.lab_recordings().run(SETTING)
    assert recorded
    outcome = outcome_of(recorded, recorded=True)
    store.rooms.act("TTD-234", lambda one: finish_run(one, LAB, outcome, datetime.now(UTC)))
    test = joined("TTD-234", "Ada")
    assert "what came out" in words(test) and "ll-replies" not in words(test)
    assert "A world is its dishes, facts, texts and first weights." in words(test)
    test.session_state[f"room.{LAB}.whole"] = True
    assert "ll-replies" in words(ran(test))
