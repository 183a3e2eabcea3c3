"""What falls due in the next thirty days."""

from components.day_bars import day_bars
from components.markup import el, show
from core.day_loads import DayBar, day_words, fullest
from core.store.report import DAYS, Report


def progress_forecast(report: Report) -> None:
    """Draws the days, and says which is the fullest."""
    bars = [DayBar(load.day, load.due) for load in report.coming]
    show(el("h2", f"The next {DAYS} days", class_="sub"), el("p", _sentence(bars)), class_="ll ll-stack")
    day_bars(bars, f"Reviews that fall due on each of the next {DAYS} days", "forecast", ("Reviews due",))


def _sentence(bars: list[DayBar]) -> str:
    most, total = fullest(bars), sum(bar.solid for bar in bars)
    if most is None:
        return "No review falls due. New questions will add some."
    when = "today" if most is bars[0] else f"on {most.day:%A}, {day_words(most.day)}"
    return (
        f"{total} {'review' if total == 1 else 'reviews'} of what you have begun, most of them {when}: {most.solid}. "
        "Each review that you pass comes back later than the last."
    )
