"""Rooms under load, through real websockets: steps, idle cost, votes, many rooms, two processes."""

import asyncio
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.percentile import percentile
from benchmarks.streamlit_client import Visitor
from core.content.agendas import Agenda, DiscussStep, VoteStep
from core.store.store import Store, open_store
from core.web.codes import new_room_code
from core.workshop import host, participant
from core.workshop.people import person_id
from tests.browser.processes import Process, processes
from tests.browser.seeded_rooms import SECRET
from tests.history import cookie, key_of
from tests.postgres import new_database, postgres_server

STEP_P95_S, IDLE_CORE, TALLY_S = 0.5, 0.02, 1.0
PRESSES, IDLE_S, VOTERS, VOTES_WITHIN_S = 10, 30, 200, 2.0
ROOMS, ROUNDS = 20, 5
ITEM, PICK = "case-ward-5000-pages", "RAG"
TALKS = tuple(DiscussStep(id=f"s{n}", title=f"Step {n}", minutes=1, notes="-", prompt="Talk.") for n in range(1, 31))
AGENDA = Agenda(
    id="load",
    title="Load",
    description="Many steps, then a vote.",
    steps=(*TALKS, VoteStep(id="vote", title="Vote", minutes=5, notes="-", item=ITEM, seconds=900)),
)


@dataclass
class Filled:
    """A room with its host and people, each a visitor who follows."""

    code: str
    host: Visitor
    people: Sequence[Visitor]


def _cookie(name: str) -> str:
    made = cookie(name, SECRET)
    return f"{made['name']}={made['value']}"


@asynccontextmanager
async def filled(store: Store, addresses: Sequence[str], people: int, agenda: Agenda = AGENDA) -> AsyncIterator[Filled]:
    """A room with so many people, spread over the addresses."""
    code, now = new_room_code(), datetime.now(UTC)
    store.rooms.open(code, "key", key_of("host", SECRET), host.NewRoom(agenda), now)
    names = [f"p{number}" for number in range(people)]
    for name in names:
        person = person_id(code, key_of(name, SECRET))
        store.rooms.act(code, partial(participant.join, person=person, name=name, now=now))
    gate = asyncio.Semaphore(8)
    async with AsyncExitStack() as stack:

        async def open_tab(page: str, name: str, address: str) -> Visitor:
            async with gate:
                tab = await stack.enter_async_context(Visitor(address, page, _cookie(name), {"room": code}))
                await tab.follow(code)
                return tab

        leader = await open_tab("host", "host", addresses[0])
        tabs = [open_tab("join", name, addresses[place % len(addresses)]) for place, name in enumerate(names)]
        yield Filled(code, leader, await asyncio.gather(*tabs))


async def press_next(room: Filled, step: int) -> list[float]:
    """Seconds from the host's press until each participant has the step."""
    for tab in room.people:
        tab.news.clear()
    start = time.perf_counter()

    async def taken(tab: Visitor) -> float:
        await tab.sees(f"Step {step} of")
        return time.perf_counter() - start

    await room.host.press("room-next")
    return list(await asyncio.gather(*map(taken, room.people)))


async def idle_share(server: Process) -> float:
    """The share of a core that a server takes while nothing happens."""
    before = server.processor_s
    await asyncio.sleep(IDLE_S)
    return (server.processor_s - before) / IDLE_S


async def vote_all(store: Store, room: Filled) -> tuple[int, float]:
    """All vote within two seconds: how many picks counted, and seconds from the last press to the host's tally."""
    room.host.news.clear()
    for tab in room.people:
        tab.news.clear()
    store.rooms.act(room.code, lambda one: host.show(one, "vote", datetime.now(UTC)))
    store.rooms.act(room.code, lambda one: host.open_vote(one, "vote", datetime.now(UTC)))
    await _wake(room)
    count, pause = len(room.people), VOTES_WITHIN_S / len(room.people)
    for tab in room.people:
        await tab.choose("vote-vote.1.pick", PICK)
        await asyncio.sleep(pause * 0.9)
    last = time.perf_counter()
    await room.host.sees(f"{count} of {count} have voted")
    tally = time.perf_counter() - last
    found = store.rooms.find(room.code)
    return len(found.ballots["vote.1"].picks) if found else 0, tally


async def _wake(room: Filled) -> None:
    """The store was written beside the server, which on SQLite wakes nobody: each screen asks anew."""
    await asyncio.gather(*(tab.refresh() for tab in (room.host, *room.people)))
    await asyncio.gather(*(tab.sees("have voted") for tab in room.people))


async def one_room(store: Store, server: Process) -> bool:
    """A hundred people in one room: steps, idle cost; then two hundred vote."""
    async with filled(store, [server.address], 100) as room:
        lasts = [max(await press_next(room, step)) for step in range(2, PRESSES + 2)]
        idle = await idle_share(server)
    async with filled(store, [server.address], VOTERS) as room:
        counted, tally = await vote_all(store, room)
    worst = percentile(lasts, 0.95)
    print(f"100 people, next to the last screen: median {median(lasts) * 1000:.0f} ms, p95 {worst * 1000:.0f} ms")
    print(f"100 people idle: {idle:.4f} core")
    print(f"{VOTERS} votes in {VOTES_WITHIN_S:g} s: {counted} counted, tally {tally * 1000:.0f} ms after the last")
    return worst <= STEP_P95_S and idle <= IDLE_CORE and counted == VOTERS and tally <= TALLY_S


async def many_rooms(store: Store, servers: Sequence[Process]) -> float:
    """All hosts of 20 rooms of 15 press next at once, some rounds; prints it, and gives screens woken a second."""
    addresses = [server.address for server in servers]
    async with AsyncExitStack() as stack:
        opened = [await stack.enter_async_context(filled(store, _from(addresses, n), 15)) for n in range(ROOMS)]
        start, used, taken = time.perf_counter(), _used(servers), list[float]()
        for step in range(2, ROUNDS + 2):
            for one in await asyncio.gather(*(press_next(room, step) for room in opened)):
                taken += one
        seconds = time.perf_counter() - start
    cores = (_used(servers) - used) / seconds
    rate = len(taken) / seconds
    print(f"{percentile(taken, 0.95) * 1000:.0f} ms p95, {rate:.0f} screens a second, {cores:.2f} cores of the servers")
    return rate


def _used(servers: Sequence[Process]) -> float:
    return sum(server.processor_s for server in servers)


def _from(addresses: Sequence[str], place: int) -> list[str]:
    """The addresses in turn, so that hosts and people are on all of them."""
    first = place % len(addresses)
    return [*addresses[first:], *addresses[:first]]


def on_one_room() -> bool:
    """One room on SQLite; whether its targets were met."""
    with tempfile.TemporaryDirectory() as folder, processes(1, None, Path(folder)) as servers:
        store = open_store(None, Path(folder))
        met = asyncio.run(one_room(store, servers[0]))
        store.close()
    return met


def on_many_rooms() -> bool:
    """20 rooms of 15 on SQLite; nothing is asked of it."""
    with tempfile.TemporaryDirectory() as folder, processes(1, None, Path(folder)) as servers:
        store = open_store(None, Path(folder))
        print("20 rooms of 15, SQLite: ", end="")
        asyncio.run(many_rooms(store, servers))
        store.close()
    return True


def on_two_processes() -> bool:
    """20 rooms of 15 on PostgreSQL, one process and two; whether two carry more."""
    rates = []
    for number in (1, 2):
        with tempfile.TemporaryDirectory() as folder, postgres_server() as postgres:
            database = new_database(postgres).render_as_string(hide_password=False)
            with processes(number, database, Path(folder)) as servers:
                store = open_store(database, Path(folder))
                print(f"20 rooms of 15, PostgreSQL, {number} process(es): ", end="")
                rates.append(asyncio.run(many_rooms(store, servers)))
                store.close()
    print(f"two processes to one: × {rates[1] / rates[0]:.2f}")
    return rates[1] > rates[0]


PARTS = {"one": on_one_room, "many": on_many_rooms, "two": on_two_processes}


def main() -> int:
    """Runs all parts, or those named after a dash (`- two`); 1 when one missed its target."""
    named = [word for word in sys.argv if word in PARTS] or list(PARTS)
    met = [PARTS[name]() for name in named]
    return int(not all(met))


if __name__ == "__main__":
    sys.exit(main())
