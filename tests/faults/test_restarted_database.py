"""PostgreSQL restarts under a running server, in mid-vote and in mid-review: nothing is lost, nothing doubled."""

import asyncio
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import text

from benchmarks.learners import GRADE, SHOW
from benchmarks.screen import Screen
from benchmarks.streamlit_client import Visitor
from benchmarks.workshop import PICK, filled
from components.label_text import label_text
from core.quiz.answers import Picked
from core.store.store import Store, open_store
from core.workshop import host
from core.workshop.vote_events import Voted
from tests.async_scene import played
from tests.browser.processes import processes
from tests.postgres import new_database, postgres_server

PEOPLE, LEARNERS, BACK_WITHIN_S = 6, 3, 5.0
OTHER = "Fine-tuning"


def test_restarted_database_loses_and_doubles_no_vote_and_no_answer(tmp_path: Path) -> None:
    with postgres_server() as postgres:
        database = new_database(postgres).render_as_string(hide_password=False)
        with processes(1, database, tmp_path) as (server,):
            store = open_store(database, tmp_path)
            try:
                played(scene(store, server.address, postgres))
            finally:
                store.close()


async def scene(store: Store, address: str, postgres: Any) -> None:
    acknowledged, over = [0], asyncio.Event()
    async with filled(store, [address], PEOPLE) as room, asyncio.timeout(60):
        store.rooms.act(room.code, lambda one: host.show(one, "vote", datetime.now(UTC)))
        store.rooms.act(room.code, lambda one: host.open_vote(one, "vote", datetime.now(UTC)))
        await asyncio.gather(*(tab.sees("have voted") for tab in room.people))
        await asyncio.gather(*(voted(tab, PICK) for tab in room.people))
        learners = [asyncio.create_task(review(address, acknowledged, over)) for _ in range(LEARNERS)]
        await until(lambda: acknowledged[0] >= LEARNERS)
        await asyncio.to_thread(postgres.stop)
        waiting = room.people[0]
        await waiting.choose("vote-vote.1.pick", label_text(OTHER))  # meets a database that is gone
        await waiting.sees("Your answer is still on the screen")
        await asyncio.to_thread(postgres.start)
        start, before = time.monotonic(), acknowledged[0]
        await waiting.refresh()  # as follow.js does every second or two while the store does not answer
        await waiting.sees(f"Your pick: {OTHER}.")  # without having been picked anew
        await asyncio.gather(*(voted(tab, OTHER) for tab in room.people[1:]))
        store.rooms.act(room.code, lambda one: host.show(one, "s2", datetime.now(UTC)))
        await asyncio.gather(*(tab.sees("Step 2 of") for tab in room.people))  # the server listens again
        await until(lambda: acknowledged[0] >= before + LEARNERS)
        assert time.monotonic() - start < BACK_WITHIN_S
        over.set()
        await asyncio.gather(*learners)
    assert_votes_counted_once(store, room.code)
    assert_answers_counted_once(store, acknowledged[0])


async def voted(tab: Visitor, label: str) -> None:
    """Picks a row, and again when it is not taken, as somebody does who is told that it could not be kept."""
    while not any(f"Your pick: {label}." in one for one in tab.news):
        await tab.choose("vote-vote.1.pick", label_text(label))
        with suppress(TimeoutError):
            await asyncio.wait_for(tab.sees(f"Your pick: {label}."), 1)


async def review(address: str, acknowledged: list[int], over: asyncio.Event) -> None:
    """Answers one question after the other; a press that the store did not take is pressed again."""
    async with Screen(address, "quick-fire") as screen:
        while not over.is_set():
            shows = next((key for key in SHOW if key in screen.buttons), None)
            if shows:
                await screen.press(shows)
            elif GRADE in screen.buttons:
                await screen.press(GRADE)
                acknowledged[0] += any(key in screen.buttons for key in SHOW)
            else:
                await screen.press("review.again")


async def until(met: Any) -> None:
    while not met():
        await asyncio.sleep(0.02)


def assert_votes_counted_once(store: Store, code: str) -> None:
    found = store.rooms.find(code)
    assert found
    picks = [pick.options[0] for pick in found.ballots["vote.1"].picks.values() if isinstance(pick, Picked)]
    assert picks == ["fine-tune"] * PEOPLE
    assert len([event for event in store.rooms.events(code) if isinstance(event, Voted)]) == 2 * PEOPLE


def assert_answers_counted_once(store: Store, acknowledged: int) -> None:
    query = text("select count(*), count(distinct learner_id || id) from entries where undoes is null")
    rows, distinct = store.database.read(lambda connection: connection.execute(query).one())
    assert rows == distinct
    assert acknowledged <= rows <= acknowledged + LEARNERS
