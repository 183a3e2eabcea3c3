"""Has a participant look at a step of their own choice, or at the presenter's again."""

from components import session

OWN_PLACE, WENT = "workshop.own_place", "workshop.went"
"""Where a visit keeps the step that is looked at, none for the presenter's; and that it has just been changed."""


def look_at_step(place: int | None) -> None:
    """Keeps the step, from 0, that is looked at from now on; None follows the presenter. A callback."""
    session.keep(OWN_PLACE, place)
    session.keep(WENT, True)
