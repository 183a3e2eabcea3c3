"""Explains when to press which grade, and the keys."""

from collections.abc import Sequence

from components.grade_buttons import NAMES, TWO
from components.markup import description_list, el, show
from components.menu import menu
from core.language.text import marked, t
from core.quiz.answers import Rating
from core.quiz.settings import ReviewSettings

_WHEN = {
    Rating.AGAIN: marked("You missed it, or part of it that counts. It comes back within minutes."),
    Rating.HARD: marked("You had it, but it took effort, a hint or luck. Never press it for a miss."),
    Rating.GOOD: marked("You had it after a moment's thought. The usual one."),
    Rating.EASY: marked("You had it at once, and would next week too. It stays away longest."),
}
_AGAIN_IN_A_ROUND = marked(
    "You missed it, or part of it that counts. When you cram, it comes once more at the end of the round."
)
_UNDO = "U"
_KEYS = (
    (
        "1, 2, 3 …",
        marked("before the answer: pick an option, counted from the top; after it: a grade, from the left"),
    ),
    (marked("Enter, Space"), marked("show or check the answer; once it is shown, give the highlighted grade")),
    ("N", marked("I do not know; where you type or match, use the button")),
    (_UNDO, marked("undo the last grade, as often as you like")),
    ("H", marked("a hint, if there is one; where you type or match, use the button")),
    ("?", marked("this")),
)


def review_help(settings: ReviewSettings, *, in_round: bool) -> None:
    """Draws the button that opens the help; a round beside the schedule has two grades, and nothing to undo."""
    ratings = TWO if settings.two_buttons or in_round else tuple(Rating)
    when = _WHEN | {Rating.AGAIN: _AGAIN_IN_A_ROUND} if in_round else _WHEN
    with menu(t("Keys and grades `?`"), "review-help", "help", type="tertiary") as is_open:
        if is_open:
            keys = [(key, does) for key, does in _KEYS if not (in_round and key == _UNDO)]
            _help([(NAMES[rating], when[rating]) for rating in ratings], keys)


def _help(grades: Sequence[tuple[str, str]], keys: Sequence[tuple[str, str]]) -> None:
    shown = [(el("kbd", t(key), class_="ll-key"), t(does)) for key, does in keys]
    show(
        el("p", t("Grade how well you recalled it, not how hard it looks.")),
        description_list((t(name), t(when)) for name, when in grades),
        el("p", el("strong", t("Keys")), class_="ll-of-keys"),
        description_list(shown, "ll-io ll-of-keys"),
        class_="ll ll-stack",
    )
