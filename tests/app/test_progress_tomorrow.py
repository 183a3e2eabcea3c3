"""Progress tells what is weak as of tomorrow, at noon: in the last minute of a day, tomorrow is too near to forget."""

import pytest

from components import session
from core.quiz.answers import Rating
from core.quiz.days import day_of
from core.quiz.decks import node_of, reviewable_ids
from core.quiz.log import Answered
from core.quiz.settings import ReviewSettings
from tests.app.pages import data_of, opened, ran, words
from tests.app.seated import key_of
from tests.read_once import load_content


def test_step_whose_one_question_was_just_missed_is_weak_as_of_tomorrow(monkeypatch: pytest.MonkeyPatch) -> None:
    now, bank = session.now().replace(hour=12), load_content()
    monkeypatch.setattr(session, "now", lambda: now)
    test = opened("progress.py")
    name = next(name for name in reviewable_ids(bank) if node_of(bank)(name) == "pre-training")
    missed = Answered("missed", name, "flashcard", now, day_of(now, ReviewSettings()), Rating.AGAIN, 0.0)
    session.store().log.append(key_of(test), missed)
    ran(test)
    state = data_of(test, "diagram.progress")
    assert "weak 0\xa0%" in state["svg"]
    assert state["state"]["notes"]["pre-training"].startswith("tomorrow: weak, recall 0\xa0%, 1 of ")
    page = words(test)
    assert "the chance that you still know it tomorrow is about 0\xa0%" in page
    assert "that you will still know tomorrow" in page


def test_steps_that_are_not_begun_count_one_question_as_one() -> None:
    test = opened("progress.py")
    name = next(name for name in reviewable_ids(load_content()) if node_of(load_content())(name) == "pre-training")
    now = session.now()
    answered = Answered("one", name, "flashcard", now, day_of(now, ReviewSettings()), Rating.GOOD, 1.0)
    session.store().log.append(key_of(test), answered)
    ran(test)
    notes = set(data_of(test, "diagram.progress")["state"]["notes"].values())
    assert "not begun, 1 question" in notes
    assert "not begun, 1 questions" not in notes


def test_only_question_of_a_step_is_its_one_question() -> None:
    test, bank = opened("progress.py"), load_content()
    nodes = [node_of(bank)(name) for name in reviewable_ids(bank)]
    name = next(name for name in reviewable_ids(bank) if nodes.count(node_of(bank)(name)) == 1)
    now = session.now()
    once = Answered("alone", name, "flashcard", now, day_of(now, ReviewSettings()), Rating.GOOD, 1.0)
    session.store().log.append(key_of(test), once)
    page = words(ran(test))
    assert "You have begun its one question; the chance that you still know it tomorrow is about " in page
