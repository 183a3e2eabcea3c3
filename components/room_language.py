"""Gives visitors who have chosen no language that of the room they come to."""

from components import session
from components.workshop_access import is_host, named_room
from core.store.errors import StoreError
from core.web.process import code_was_right, may_try_code


def room_language() -> None:
    """Keeps the language of the room that the address names; a host's own page stays in the host's."""
    code = named_room()
    if not code or session.kept("language.room") == code:
        return
    if session.params().get("view") != "screen" and is_host(code):
        return
    learner = session.learner().key
    if not may_try_code(learner, session.visitor_address(), session.now()):
        return  # a page that changes its language with a good code would tell which codes are good
    try:
        room = session.store().rooms.find(code)
    except StoreError:
        code_was_right(learner)
        return  # the page says so, and this is tried again with its next run
    if room:
        code_was_right(learner)
    session.keep("language.room", code)
    session.keep("language.of_room", room.language if room else None)
