"""Links into and out of a station: the step of the pipeline and the questions that it belongs to. Pure."""

from core.content.lab import LabStation
from core.content.lessons import Link
from core.content.models import Content
from core.content.pages import Page
from core.content.section_links import section_links
from core.language.text import t


def stations_of_stage(content: Content, stage_id: str) -> tuple[LabStation, ...]:
    """The stations that belong to a step of the pipeline."""
    return tuple(station for station in content.lab if station.node == stage_id)


def stations_of_item(content: Content, item_id: str) -> tuple[LabStation, ...]:
    """The stations that show what a question asks about."""
    return tuple(station for station in content.lab if item_id in station.items)


def station_link(station: LabStation, label: str) -> Link:
    """A link that opens a station."""
    return Link(page=Page.LAB, label=label, params={"station": station.id})


def onward_links(content: Content, station: LabStation) -> tuple[Link, ...]:
    """Where a station leads: its step of the pipeline, the pages of its claims, its own links, its questions."""
    stage = content.stage_by_id[station.node]
    step = Link(page=Page.PIPELINE, label=stage.title, params={"step": stage.id})
    drill = Link(
        page=Page.QUICK_FIRE, label=t("Questions about it"), params={"way": "drill", "set": f"node:{stage.id}"}
    )
    return (step, *_sections(content, station), *station.links, drill)


def _sections(content: Content, station: LabStation) -> tuple[Link, ...]:
    """The sections that the station's claims come from, on pages to which it has no link otherwise."""
    own = {Page.PIPELINE, *(link.page for link in station.links)}
    links = section_links(content, (verdict.claim for verdict in station.verdicts))
    return tuple(link for link in links if link.page not in own)
