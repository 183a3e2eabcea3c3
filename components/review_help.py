"""Explains when to press which grade, and the keys."""

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
_KEYS = (
    (
        "1, 2, 3 …",
        marked("before the answer: pick an option, counted from the top; after it: a grade, from the left"),
    ),
    (marked("Enter, Space"), marked("show or check the answer; once it is shown, give the highlighted grade")),
    ("N", marked("I do not know; where you type or match, use the button")),
    ("U", marked("undo the last grade, as often as you like")),
    ("H", marked("a hint, if there is one; where you type or match, use the button")),
    ("?", marked("this")),
)


def review_help(settings: ReviewSettings) -> None:
    """Draws the button that opens the help."""
    ratings = TWO if settings.two_buttons else tuple(Rating)
    with menu(t("Keys and grades `?`"), "review-help", "help", type="tertiary") as is_open:
        if is_open:
            _help(ratings)


def _help(ratings: tuple[Rating, ...]) -> None:
    keys = [(el("kbd", t(key), class_="ll-key"), t(does)) for key, does in _KEYS]
    show(
        el("p", t("Grade how well you recalled it, not how hard it looks.")),
        description_list((t(NAMES[rating]), t(_WHEN[rating])) for rating in ratings),
        el("p", el("strong", t("Keys")), class_="ll-of-keys"),
        description_list(keys, "ll-io ll-of-keys"),
        class_="ll ll-stack",
    )
