"""What became of the last press: why an answer was not taken, or what the store could not do."""

from components import session
from components.markup import el, icon, show
from components.quiz_trouble import quiz_trouble
from core.language.text import t


def interview_told() -> None:
    """Draws the sentence, once."""
    told: tuple[str, ...] = session.kept("interview.told", ())
    if told:
        session.keep("interview.told", ())
        show(
            el(
                "p",
                icon("edit_note"),
                el("span", " ".join(t(note) for note in told)),
                class_="ll-chef ll-told",
                role="alert",
            )
        )
    quiz_trouble()
