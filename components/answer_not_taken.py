"""Says why an answer was not accepted: at its box, or at the top of what has replaced it."""

from components import session
from components.interview_place import tries
from components.markup import el, icon, show
from components.scroll_to import scroll_to
from core.language.text import t


def answer_not_taken() -> None:
    """Draws the sentence, once."""
    told: tuple[str, ...] = session.kept("interview.told", ())
    if told:
        session.keep("interview.told", ())
        here = f"answer-not-taken-{tries()}"  # another each time: the same again would not be brought into view
        words = el("span", " ".join(t(note) for note in told))
        show(el("p", icon("edit_note"), words, class_="ll-chef ll-told", role="alert", id=here))
        scroll_to(here, block="nearest", alone=True)  # below the box, where Ctrl and Enter were pressed
