"""The room that the address names, the visitor's role in it, and acts on it that may be refused."""

from components import session
from components.follow.follow import follow
from components.refusal import REFUSED
from components.store_trouble import store_trouble
from core.language.in_force import speaking
from core.language.text import marked, t
from core.quiz.answers import AnyAnswer
from core.store.errors import StoreError
from core.store.rooms import NO_HOST, Act
from core.web.codes import read_room_code
from core.web.process import ACTS, HUB
from core.workshop.errors import WorkshopError
from core.workshop.in_language import in_language
from core.workshop.people import person_id
from core.workshop.presence import HERE_FOR
from core.workshop.presence import here as who_is_here
from core.workshop.room import Ballot, Person, Room

RESULTS_SEEN = "workshop.results_seen"
"""Where a visit keeps the room whose results it has seen."""
MISTYPED = "workshop.mistyped"
"""Where a visit keeps what the act that was refused last says was typed wrong: "code", "name" or nothing."""
_AS_IT_WAS = marked(
    "The store is not answering. You see the room as it last was; nothing is lost, and this page keeps asking."
)
_KEY_IS_OLD = marked(
    "The key in this link opens no room: it was cut off, or a newer key has replaced it. The host page has the current "
    "link under Links."
)
_NOT_DONE = marked("The store did not answer, so nothing was changed. Try again in a moment.")


def named_room() -> str:
    """The code in the address, normalised; empty when there is none."""
    given = session.params().get("room", "")
    return read_room_code(given) if given else ""


def room_now(code: str) -> Room | None:
    """The room as it is, or as it was last when the store does not answer: its fragments tell that, and ask again.

    None when there is none; or when the store does not answer and the room was never seen here: `store_awaited`.
    """
    try:
        return _in_own_language(session.store().rooms.find(code))
    except StoreError:
        return _last_known(code)


def hosted_rooms() -> tuple[Room, ...]:
    """The latest five rooms that this browser hosts, the latest first.

    Raises:
        StoreError: they cannot be read.
    """
    rooms = session.store().rooms
    found = map(rooms.find, rooms.hosted(session.learner().key)[:5])
    return tuple(room for one in found if (room := _in_own_language(one)))


def _in_own_language(room: Room | None) -> Room | None:
    """The room with its agenda in the language of this browser, as all else on its screen is."""
    if room is None:
        return None
    with speaking(room.language):
        opened_in = session.content()
    return in_language(room, opened_in, session.content())


def followed_room(code: str, *, as_host: bool = False) -> Room | None:
    """The room as it is, for a fragment that runs again when it changes.

    When the store does not answer that is told, the room is given as it was last, so that a pick stays on the screen,
    and the fragment runs again soon.
    """
    try:
        room = session.store().rooms.find(code, told_version(code))
    except StoreError as error:
        store_trouble(_AS_IT_WAS if as_host and error.passing else str(error))
        last = _last_known(code)
        follow(code, last.version if last else 0, again=True)
        return last
    if room:
        follow(code, room.version)
    return _in_own_language(room)


def _last_known(code: str) -> Room | None:
    try:
        return _in_own_language(session.store().rooms.last_known(code))
    except StoreError:
        return None


def here(room: Room) -> tuple[Person, ...]:
    """Those of the room whose screens are open; while the store does not answer, all who joined.

    All screens ask it while a vote is open, so the store is asked only where this process has not been told.
    """
    now, told = session.now(), HUB.here(room.code)
    if told is not None:
        return who_is_here(room, dict.fromkeys(told, now), now)
    try:
        seen = session.store().seen.since((room.code,), now - HERE_FOR)
    except StoreError:
        return room.present
    return who_is_here(room, seen.get(room.code, {}), now)


def is_gone(code: str) -> bool:
    """Whether a room that this visit was in, or led, has been deleted; never while the store does not answer."""
    if not (session.kept("workshop.room") == code or session.kept(f"workshop.hosts.{code}")):
        return False
    try:
        return bool(code) and session.store().rooms.find(code) is None
    except StoreError:
        return False


def told_version(code: str) -> int:
    """The version that has just woken this screen; 0 when something else made it run, or when it asks by itself.

    A screen that was woken with a version has no need of a later one: it will be woken again.
    """
    told = session.trigger(f"follow.{code}", "changed")
    return told if isinstance(told, int) else 0


def own_person(code: str) -> str:
    """Who this browser is in a room."""
    return person_id(code, session.learner().key)


def results_seen(code: str) -> bool:
    """Whether this visit has seen its own results of a room that has ended."""
    return bool(session.kept(RESULTS_SEEN) == code)


def own_pick(room: Room, ballot: Ballot) -> AnyAnswer | None:
    """What this browser's person has given in a vote; None while nothing."""
    return ballot.picks.get(own_person(room.code))


def is_host(code: str) -> bool:
    """Whether this browser hosts a room: while the store does not answer, whether it did before in this visit.

    It says what to draw; each act of a host is checked anew.
    """
    known = f"workshop.hosts.{code}"
    try:
        hosts = session.store().rooms.is_host(code, session.learner().key)
    except StoreError:
        return bool(session.kept(known))
    if hosts:
        session.keep(known, True)
    return hosts


def admit_by_link(code: str) -> None:
    """Takes the key of a host link into the cookie's keeping, and out of the address once the store has it."""
    given = session.params()
    if not code or "key" not in given:
        return
    try:
        admitted = session.store().rooms.admit_host(code, given["key"], session.learner().key)
    except StoreError as error:
        session.keep(REFUSED, t(str(error)))
        return
    if not admitted and not is_host(code):
        session.keep(REFUSED, t(_KEY_IS_OLD))
    session.put_param("key", None)


def act(code: str, wanted: Act, *, as_host: bool = False) -> Room | None:
    """Does it, and gives the room after it; what refuses it is told where `refusal` stands, and None is given."""
    try:
        if as_host and not session.store().rooms.is_host(code, session.learner().key):
            raise WorkshopError(t(NO_HOST))
        if not as_host and not ACTS.admits(own_person(code), session.now()):
            raise WorkshopError(t("That was too fast. What you did before counts; wait two seconds and go on."))
        return session.store().rooms.act(code, wanted)
    except (WorkshopError, StoreError) as error:
        passes = as_host and isinstance(error, StoreError) and error.passing
        session.keep(REFUSED, t(_NOT_DONE) if passes else t(str(error)))
        session.keep(MISTYPED, getattr(error, "about", ""))
        return None
