"""The last step of the pipeline that the visitor looked at, kept for this tab and for the next visit."""

from contextlib import suppress

from components import session
from core.store.errors import StoreError

_NAME = "pipeline-step"


def keep_last_step(step_id: str, first: str) -> None:
    """Notes the step. Who only opens the page at its first step has no place yet, and nothing is stored."""
    if session.kept("last_step") == step_id:
        return
    came_from = session.kept("last_step")
    session.keep("last_step", step_id)
    if step_id == first and came_from is None:
        return
    with suppress(StoreError):  # the tab still knows it; nothing that was typed is lost
        session.store().drafts.put(session.learner().key, _NAME, step_id, session.now(), lasting=False)


def last_step() -> str | None:
    """The step, as this tab or an earlier visit noted it.

    Raises:
        StoreError: the store cannot be read.
    """
    here: str | None = session.kept("last_step")
    return here or session.store().drafts.get(session.learner().key, _NAME)
