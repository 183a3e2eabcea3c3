"""How a guess compares: the number, the guess beside it on a scale, and why."""

from xml.etree import ElementTree as ET

from components.markup import el, rich, show
from core.content.lab import Guess, Unit
from core.lab.result import Spread
from core.lab_page.guess import Outcome
from core.lab_page.words import axis_value, value_words
from core.language.text import t


def lab_outcome(asked: Guess, guess: float | None, outcome: Outcome, came: float, recorded: Spread) -> None:
    """Draws the outcome; `came` and `recorded` are as measured, `guess` is in the unit of the slider."""
    told = t("You guessed {guess}. {outcome}", guess=outcome.guess, outcome=outcome.words) if guess is not None else ""
    show(
        el("p", asked.question, class_="ll-eyebrow"),
        el("p", el("b", outcome.came), el("strong", told), class_="ll-result", role="status"),
        _scale(asked, guess, came, recorded),
        rich("p", asked.because),
        class_="ll ll-stack ll-outcome-of-guess",
    )


def _scale(asked: Guess, guess: float | None, came: float, recorded: Spread) -> ET.Element:
    """From the least to the most that could be guessed: the recorded worlds as a band, the guess, and what came."""

    def place(value: float) -> float:
        return 100 * min(1.0, max(0.0, (value - asked.low) / (asked.high - asked.low)))

    unit = asked.answer.unit
    low, high = (place(axis_value(end, unit)) for end in (recorded.least, recorded.most))
    parts = [el("i", class_="band", style=f"left:{low:.1f}%;width:{max(1.0, high - low):.1f}%")]
    if guess is not None:
        parts.append(el("i", el("span", t("your guess")), class_="guess", style=f"left:{place(guess):.1f}%"))
    parts.append(el("i", class_="came", style=f"left:{place(axis_value(came, unit)):.1f}%"))
    ends = [el("span", value_words(_measured(end, unit), unit)) for end in (asked.low, asked.high)]
    return el("div", *parts, el("p", *ends), class_="ll-scale", aria_hidden="true")


def _measured(on_slider: float, unit: Unit) -> float:
    return on_slider / axis_value(1.0, unit)
