"""What an agenda holds, step by step, each with the way to what it shows, asks or decides."""

from components import session
from components.drawer import drawer
from components.markup import el, show
from components.related.related import related
from core.content.agendas import Agenda
from core.content.pages import Page
from core.join.entity import Entity, Kind
from core.language.numbers import in_figures
from core.language.text import t


def agenda_preview(agenda: Agenda) -> None:
    """Draws the steps, and in a drawer what belongs to the one that the address names, or to all."""
    named = next((step for step in agenda.steps if step.id == session.params().get("step")), None)
    rows = [
        el(
            "li",
            el("mark", step.title) if step is named else step.title,
            " ",
            el("span", t("{minutes} min", minutes=in_figures(f"{step.minutes:g}")), class_="ll-note"),
        )
        for step in agenda.steps
    ]
    label = t("What happens: {count} steps", count=len(agenda.steps))
    show(el("h2", label, class_="sub"), el("ol", *rows, class_="ll-agenda"), class_="ll ll-stack")
    title = t("Related to “{name}”", name=named.title) if named else t("What it draws on")
    steps = (named,) if named else agenda.steps
    with drawer(title, f"agenda-preview-{agenda.id}", at_first=named is not None) as is_open:
        if is_open:
            related(Page.HOST, *(Entity(Kind.STEP, f"{agenda.id}/{step.id}") for step in steps), title=title)
