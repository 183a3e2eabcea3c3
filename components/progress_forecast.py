"""What falls due in the next thirty days."""

from datetime import timedelta

from components.day_bars import day_bars
from components.markup import el, show
from core.language.numbers import day_and_short_month, weekday
from core.language.text import nt, t
from core.quiz.day_loads import DayBar, fullest
from core.quiz.days import day_start
from core.quiz.due import due_today, from_today
from core.quiz.interview_plan import LAST_DAYS, brought_forward
from core.store.report import DAYS, Report


def progress_forecast(report: Report) -> None:
    """Draws the days, and says which is the fullest."""
    bars = [DayBar(load.day, load.due) for load in from_today(report.coming, due_today(report.queue).due)]
    words = f"{_sentence(bars, report)} {_early(report)}".rstrip()
    show(el("h2", t("The next {days} days", days=DAYS), class_="sub"), el("p", words), class_="ll ll-stack")
    if fullest(bars):  # empty axes say no more than the sentence
        label = t("Reviews that fall due on each of the next {days} days", days=DAYS)
        day_bars(bars, label, "forecast", (t("Reviews due"),))


def _early(report: Report) -> str:
    """What the interview moves; nothing while it is too far off for these days, or once nothing is left to move."""
    end = day_start(report.coming[-1].day + timedelta(days=1), report.settings)
    if not brought_forward(report.cards, report.plan, report.settings, end):
        return ""
    return t("For your interview, later reviews move into the {days} days before it.", days=LAST_DAYS)


def _sentence(bars: list[DayBar], report: Report) -> str:
    most, total = fullest(bars), sum(bar.solid for bar in bars)
    if most is None:
        more = report.begun < report.items
        return t("No reviews fall due. New questions will add some.") if more else t("No reviews fall due.")
    on = t("on {weekday}, {day}", weekday=weekday(most.day), day=day_and_short_month(most.day))
    when = t("today") if most is bars[0] else on
    if not report.begun:  # what was added by hand is not among the questions that count as begun
        return nt(
            "{n} review of the interview questions that you have added ({when}). "
            "Each review that you pass comes back later than the last.",
            "{n} reviews of the interview questions that you have added, at most {most} on one day ({when}). "
            "Each review that you pass comes back later than the last.",
            total,
            when=when,
            most=most.solid,
        )
    return nt(
        "{n} review of what you have begun ({when}). Each review that you pass comes back later than the last.",
        "{n} reviews of what you have begun, at most {most} on one day ({when}). "
        "Each review that you pass comes back later than the last.",
        total,
        when=when,
        most=most.solid,
    )
