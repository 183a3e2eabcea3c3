"""Where a step of the pipeline leads: its own links, its questions, its runs of the lab. Pure."""

from collections.abc import Collection

from core.content.lessons import Link, Stage
from core.content.models import Content
from core.content.pages import Page
from core.lab_page.joins import station_link, stations_of_stage
from core.language.text import t


def stage_links(content: Content, stage: Stage, to_come: Collection[str] = ()) -> tuple[Link, ...]:
    """The links below a step, in the figure's panel and in the pipeline in words.

    `to_come` are stations of the lab whose results a room has yet to guess: nothing leads to them.
    """
    drill = Link(
        page=Page.QUICK_FIRE, label=t("Questions on this step"), params={"way": "drill", "set": f"node:{stage.id}"}
    )
    stations = (one for one in stations_of_stage(content, stage.id) if one.id not in to_come)
    runs = (station_link(station, t("Run it: {title}", title=station.title)) for station in stations)
    return (*stage.links, *((drill,) if stage.id in content.asked_nodes else ()), *runs)
