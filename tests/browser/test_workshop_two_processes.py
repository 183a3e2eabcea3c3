"""One room on two processes that share a PostgreSQL database: wake-ups cross, votes are exact, a kill loses nothing."""

import re
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from core.quiz.answers import Picked
from core.store.store import open_store
from tests.browser.processes import NGINX, Process, behind_nginx, processes
from tests.browser.workshop_room import at_step, opened_workshop, pick
from tests.postgres import new_database, postgres_server

BACK_WITHIN_S = 5
KILLS = 2
OPTIONS = ("Fine-tuning", "RAG")
IDS = {"Fine-tuning": "fine-tune", "RAG": "rag"}


@pytest.fixture(scope="module")
def database() -> Iterator[str]:
    with postgres_server() as server:
        yield new_database(server).render_as_string(hide_password=False)


@pytest.fixture(scope="module")
def two(database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Process, ...]]:
    with processes(2, database, tmp_path_factory.mktemp("data")) as started:
        yield started


def counted(database: str, code: str, ballot: str, folder: Path) -> list[str]:
    """What the log of a room says was picked, sorted."""
    store = open_store(database, folder)
    room = store.rooms.find(code)
    store.close()
    assert room
    return sorted(pick.options[0] for pick in room.ballots[ballot].picks.values() if isinstance(pick, Picked))


def test_one_room_on_two_processes(chromium: Browser, two: tuple[Process, ...], database: str, tmp_path: Path) -> None:
    with opened_workshop(chromium, *(process.address for process in two)) as room:
        people = [room.join(name) for name in ("Ada", "Ada", "Bo", "Cy", "Di", "Eve")]
        assert {page.url.split("/join")[0] for page in people} == {process.address for process in two}
        expect(people[1].get_by_text("Ada 2")).to_be_visible()
        expect(room.host.get_by_text("6 here")).to_be_visible()
        start = time.monotonic()
        room.host.keyboard.press("ArrowRight")
        for page in people:
            at_step(page, 2)
        assert time.monotonic() - start < BACK_WITHIN_S
        at_step(room.host, 2)
        room.host.keyboard.press("Space")
        for number, page in enumerate(people):
            pick(page, OPTIONS[number % 2])
        room.press("Close the vote")
        expect(room.host.get_by_text("50 % right in round 1.")).to_be_visible()
        for page in people:
            expect(page.get_by_text("The vote is over.")).to_be_visible()
        votes = counted(database, room.code, "vote-plant.1", tmp_path)
        assert votes == ["fine-tune"] * 3 + ["rag"] * 3


def back(page: Page, words: str) -> None:
    """Presses a row until the room has it, as somebody does whose first press met a server that was gone."""
    row = page.locator("[data-testid=stRadioOption]").filter(has=page.get_by_text(words, exact=True))
    said = page.get_by_text(re.compile(f"Your pick: {words}"))
    for _ in range(60):
        row.click()
        with suppress(PlaywrightTimeoutError):
            said.wait_for(timeout=500)
            return
    raise AssertionError("the room never took the vote")


def test_killed_process_loses_no_vote(
    chromium: Browser, two: tuple[Process, ...], database: str, tmp_path: Path
) -> None:
    with opened_workshop(chromium, two[1].address, two[0].address) as room:
        people = [room.join(name) for name in ("Ada", "Bo")]
        room.host.keyboard.press("ArrowRight")
        at_step(people[0], 2)
        at_step(room.host, 2)
        room.host.keyboard.press("Space")
        for number in range(KILLS):
            words = OPTIONS[number % 2]
            for page in people:
                pick(page, words)
            two[0].kill()
            assert counted(database, room.code, "vote-plant.1", tmp_path) == [IDS[words]] * 2
            two[0].start()
            up = time.monotonic()
            for page in people:
                back(page, words)
            back(people[0], "Prompt stuffing")
            assert time.monotonic() - up < BACK_WITHIN_S
            assert counted(database, room.code, "vote-plant.1", tmp_path) == sorted([IDS[words], "stuff"])


def processes_reached(browser: Browser, address: str) -> set[str | None]:
    """The processes that 30 fresh visitors were sent to; each is drawn by lot, so that all on one is out of reach."""
    reached = set()
    for _ in range(30):
        context = browser.new_context()
        context.request.get(address)  # brings the cookie that the draw goes by
        reached.add(context.request.get(address).headers.get("x-process"))
        context.close()
    return reached


@pytest.mark.skipif(NGINX is None, reason="nginx is not installed")
def test_room_behind_nginx(chromium: Browser, two: tuple[Process, ...], tmp_path: Path) -> None:
    with behind_nginx(two, tmp_path) as address, opened_workshop(chromium, address) as room:
        people = [room.join(f"Guest {number}") for number in range(6)]
        for page in people:
            page.reload()
        assert len(processes_reached(chromium, address)) == 2
        room.host.keyboard.press("ArrowRight")
        for page in people:
            at_step(page, 2)
        at_step(room.host, 2)
        room.host.keyboard.press("Space")
        for page in people:
            pick(page, "RAG")
        room.press("Close the vote")
        expect(room.host.get_by_text("0 % right in round 1.")).to_be_visible()


def test_deletion_reaches_the_screens_of_another_process(chromium: Browser, two: tuple[Process, ...]) -> None:
    with opened_workshop(chromium, two[0].address, two[1].address) as room:
        phone = room.join("Ada")
        assert phone.url.startswith(two[1].address)
        room.host.get_by_role("button", name="End", exact=True).click()
        room.host.get_by_role("button", name="End the workshop").click()
        for name in ("Delete this room", "Delete it for good"):
            room.host.get_by_role("button", name=name).click()
        title = f"Room {room.code} has been deleted"
        expect(phone.get_by_role("heading", level=1, name=title)).to_be_visible()
