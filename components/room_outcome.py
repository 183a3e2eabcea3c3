"""What a room has decided, on its screens and phones: what to do and why, how long it takes and what it costs."""

from components.decision_cautions import decision_cautions
from components.markup import el, rich, show
from core.decision import Walk
from core.language.text import t


def room_outcome(walk: Walk, because: str | None = None, *, cautions: bool = False) -> None:
    """Draws each outcome; `because` is the class of the text that gives its reason.

    With its `cautions` on phones and on the audience's screen; the presenter has them in the notes.
    """
    for due in walk.steps:
        outcome = due.outcome
        effort = t("{time} to ship · **{cost}** cost", time=outcome.time_to_ship, cost=outcome.cost.lower())
        show(
            el("h2", outcome.title),
            rich("p", outcome.because, class_=because),
            *(decision_cautions(due) if cautions else ()),
            rich("p", effort),
            class_="ll ll-stack",
        )
