"""Fields to type in, alone or inside a text. They report while you type and keep focus and caret through reruns."""

from collections.abc import Callable
from dataclasses import asdict, dataclass

from components import session
from components.browser_code.browser_component import browser_component
from components.reported_texts import reported_texts
from core.language.text import t

_mount = browser_component(__file__, '<div class="fields">\n</div>', "elements", "views")
MOST_CHARACTERS = 200
"""What a field takes."""


@dataclass(frozen=True)
class Field:
    """A field: its id and label, the unit behind it, the keyboard that a phone opens, a note under it."""

    id: str
    label: str
    unit: str = ""
    keyboard: str = "text"
    note: str = ""

    @property
    def spoken(self) -> str:
        """What a screen reader says of it; the label does where there is no unit."""
        return t("{label}, in {unit}", label=self.label, unit=self.unit) if self.unit else ""


def typed_fields(
    parts: tuple[str | Field, ...],
    key: str,
    drafted: dict[str, str],
    on_submit: Callable[[], None] | None,
    problem_of: Callable[[dict[str, str]], str] | None = None,
) -> None:
    """Draws the parts; under `key` the session holds `texts` by field, from `drafted` until something is typed.

    `problem_of` says what is wrong with the texts; Enter in the last field calls `on_submit` when nothing is.
    """
    reported = reported_texts(key, "texts")
    texts = drafted if reported is None else reported
    problem = problem_of(texts) if problem_of else ""

    def submitted() -> None:
        texts = reported_texts(key, "texts") or drafted
        if on_submit and session.trigger(key, "submitted") and not (problem_of and problem_of(texts)):
            on_submit()

    _mount(
        key=key,
        data={
            "parts": [part if isinstance(part, str) else asdict(part) | {"spoken": part.spoken} for part in parts],
            "texts": texts,
            "problem": problem,
            "most": MOST_CHARACTERS,
        },
        default={"texts": drafted},
        on_texts_change=lambda: None,
        on_submitted_change=submitted,
    )
