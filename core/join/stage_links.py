"""Where a step of the pipeline leads: its own links, its questions, its runs of the lab. Pure."""

from core.content.lessons import Link, Stage
from core.content.models import Content
from core.content.pages import Page
from core.lab_page.joins import station_link, stations_of_stage
from core.language.text import t


def stage_links(content: Content, stage: Stage) -> tuple[Link, ...]:
    """The links below a step, in the figure's panel and in the pipeline in words."""
    drill = Link(
        page=Page.QUICK_FIRE, label=t("Questions on this step"), params={"way": "drill", "set": f"node:{stage.id}"}
    )
    stations = stations_of_stage(content, stage.id)
    runs = (station_link(station, t("Run it: {title}", title=station.title)) for station in stations)
    return (*stage.links, *((drill,) if stage.id in content.asked_nodes else ()), *runs)
