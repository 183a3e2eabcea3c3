"""Two tabs of one learner on one interview question."""

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from components import session
from components.interview_place import NAME, give_answer, keep_typed
from core.interview.sitting import Sitting, read_sitting
from core.interview.turn import Draft
from core.store.drafts import Drafts
from tests.interviews import ANSWER, NOW, QUESTION, mark_of

LEARNER = session.Learner("7" * 64, lasting=True)
ASKED = Sitting(id="two-tabs", question=QUESTION)


def test_what_one_tab_reports_does_not_undo_what_another_has_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "learner", lambda: LEARNER)
    monkeypatch.setattr(session, "kept", lambda name, default=None: default)
    monkeypatch.setattr(session, "keep", lambda name, value: None)
    drafts = session.store().drafts
    drafts.put(LEARNER.key, NAME, ASKED.model_dump_json(), NOW)
    mark_of(session.content(), QUESTION, ANSWER)  # the marker is loaded, so that marking takes no time below
    read, given = threading.Event(), threading.Event()
    put = Drafts.put

    def put_late(self: Drafts, *args: Any) -> None:
        if threading.current_thread().name.startswith("reports") and not read.is_set():
            read.set()
            given.wait(1)  # the other tab gives its answer between this one's look and its writing, or has to wait
        put(self, *args)

    monkeypatch.setattr(Drafts, "put", put_late)
    with ThreadPoolExecutor(1, "reports") as pool:
        reported = pool.submit(keep_typed, ASKED, Draft(answer="I start with"))
        assert read.wait(10)
        give_answer(ASKED, Draft(answer=ANSWER, thinking_seconds=5, answering_seconds=60))
        given.set()
        reported.result(10)
    kept = read_sitting(drafts.get(LEARNER.key, NAME))
    assert kept and [turn.answer for turn in kept.turns] == [ANSWER]
