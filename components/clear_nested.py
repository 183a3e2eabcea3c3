"""Clears what a nested fragment drew together with the rest of the run that is drawn anew.

When a second press comes before the first is drawn, Streamlit drops what it has not yet sent of the fragment that runs
again, but not what another fragment drew inside it. That then reaches the browser without its parents, and the browser
shows an empty page: half of all double clicks on “Check answer” did so (docs/adr/0027). The method is Streamlit's own:
where a version does not have it, nothing is changed.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from streamlit.runtime import app_session

from components.wrapped_once import wrapped_once

QUEUE, CLEARS = "ForwardMsgQueue", "clear"
"""Streamlit's queue of what has not been sent, and its method that takes it back."""


def clear_nested() -> None:
    """Makes Streamlit take back all that a run of fragments drew when they run again. A second call changes nothing."""
    wrapped_once(getattr(app_session, QUEUE, None), CLEARS, _with_nested)


def _with_nested(clears: Callable[..., None]) -> Callable[..., None]:
    def clear(queue: Any, retain_lifecycle_msgs: bool = False, fragment_ids_this_run: list[str] | None = None) -> None:
        waiting = tuple(queue._queue) if fragment_ids_this_run else ()
        clears(queue, retain_lifecycle_msgs, fragment_ids_this_run)
        if waiting and retain_lifecycle_msgs and fragment_ids_this_run:
            gone = {id(message) for message in _drawn_again(waiting, frozenset(fragment_ids_this_run))}
            queue._queue = [message for message in queue._queue if id(message) not in gone]

    return clear


def _drawn_again(waiting: Iterable[Any], fragments: frozenset[str]) -> Iterator[Any]:
    """What earlier runs of no other fragments drew in any fragment; news that come once, such as toasts, stay."""
    drawn: list[Any] = []
    for message in waiting:
        if message.HasField("delta"):
            drawn.append(message)
        elif message.WhichOneof("type") == "script_finished":
            ran = message.metadata.run.fragment_ids
            if ran and fragments.issuperset(ran):
                yield from (one for one in drawn if one.delta.fragment_id and not _is_toast(one))
            drawn = []


def _is_toast(message: Any) -> bool:
    delta = message.delta
    return bool(delta.WhichOneof("type") == "new_element" and delta.new_element.WhichOneof("type") == "toast")
