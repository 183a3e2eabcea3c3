"""The numbered strip of an exam: which question is open, answered, flagged; a press opens another."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

from components import session
from components.browser_code.browser_component import browser_component
from core.language.text import t

_mount = browser_component(__file__, '<div class="strip" role="toolbar">\n</div>', "elements", "views")


@dataclass(frozen=True)
class Stop:
    """A question of the strip: whether it has an answer, and a flag."""

    answered: bool
    flagged: bool = False


def exam_strip(stops: Sequence[Stop], here: int, key: str, on_choose: Callable[[int], object]) -> None:
    """Draws the strip; `here` is the place that is shown, and `on_choose` gets the place that was pressed."""
    widget = f"exam-strip.{key}"

    def pressed() -> None:
        place = session.trigger(widget, "chosen")
        if isinstance(place, int) and 0 <= place < len(stops):
            on_choose(place)

    data = {"stops": [asdict(stop) for stop in stops], "here": here, "words": _words()}
    _mount(key=widget, data=data, on_chosen_change=pressed)


def _words() -> dict[str, str]:
    """What the browser says; `{place}` is filled there."""
    return {
        "all": t("Exam questions"),
        "question": t("Question {place}"),
        "answered": t("answered"),
        "open": t("open"),
        "flagged": t("flagged"),
        "here": t("shown now"),
    }
