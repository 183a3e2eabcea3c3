"""The steps of an agenda, each with a link to what it shows, asks or decides."""

from components import session
from components.drawer import drawer
from components.markup import el, show
from components.once_per_opening import once_per_opening
from components.page_link import page_link
from components.page_links import page_links
from components.related.related import related
from components.scroll_to import scroll_to
from core.content.agendas import Agenda, AnyStep, ShowStep
from core.content.lessons import Link
from core.content.pages import Page
from core.join.entity import Entity, Kind
from core.join.groups import grouped
from core.language.text import t
from core.workshop.plan import minutes_words

_NAMED = "agenda-named"


def agenda_preview(agenda: Agenda) -> None:
    """Draws the steps and the way to print them; in a drawer what belongs to the step that is named, or to all."""
    named = next((step for step in agenda.steps if step.id == session.params().get("step")), None)
    rows = [
        el(
            "li",
            el("mark", step.title, id=_NAMED) if step is named else step.title,
            " ",
            el("span", t("{minutes} min", minutes=minutes_words(step.minutes)), class_="ll-note"),
        )
        for step in agenda.steps
    ]
    label = t("What happens: {count} steps", count=len(agenda.steps))
    later = t(
        "You can open the room days before and change the steps under Agenda. Its clock starts when you start the "
        "workshop. Rehearse in another room: votes stay in the room they were cast in."
    )
    show(
        el("h2", label, class_="sub"),
        el("ol", *rows, class_="ll-agenda"),
        el("p", later, class_="ll-note"),
        class_="ll ll-stack",
    )
    to_print = {"agenda": agenda.id, "view": "plan"}
    page_link(Page.HOST, t("Print it with notes and answers"), "print", to_print)
    if named and once_per_opening("agenda.step", f"{agenda.id}/{named.id}"):
        scroll_to(_NAMED, block="center")
    known = next((one for one in session.content().agendas if one.title == agenda.title), None)
    if known is None:  # a host's own, of an agenda that the course no longer has
        return
    steps, title = known.steps, t("What it draws on")
    if named in steps and _leads_on(known, named):
        steps, title = (named,), t("Related to “{name}”", name=named.title)
    with drawer(title, f"agenda-preview-{known.id}", at_first=named is not None) as is_open:
        if is_open:
            related(Page.HOST, *(_entity(known, step) for step in steps), title=title)
            page_links(link for step in steps for link in _links(step))


def _leads_on(agenda: Agenda, step: AnyStep) -> bool:
    """Whether anything belongs to a step; nothing does to one that only welcomes or asks."""
    return bool(_links(step) or grouped(session.course().join.related(_entity(agenda, step)), session.open_pages()))


def _entity(agenda: Agenda, step: AnyStep) -> Entity:
    return Entity(Kind.STEP, f"{agenda.id}/{step.id}")


def _links(step: AnyStep) -> tuple[Link, ...]:
    return step.links if isinstance(step, ShowStep) else ()
