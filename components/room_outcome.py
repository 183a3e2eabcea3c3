"""What a room has decided, on its screens and phones: what to do and why, how long it takes and what it costs."""

from components.markup import el, rich, show
from core.decision import Walk
from core.language.text import t


def room_outcome(walk: Walk, because: str | None = None) -> None:
    """Draws each outcome; `because` is the class of the text that gives its reason."""
    for outcome in (due.outcome for due in walk.steps):
        effort = t("{time} to ship · **{cost}** cost", time=outcome.time_to_ship, cost=outcome.cost.lower())
        show(
            el("h2", outcome.title),
            rich("p", outcome.because, class_=because),
            rich("p", effort),
            class_="ll ll-stack",
        )
