"""Links to places as the browser gets them, and the place that a pressed link names. Pure."""

from urllib.parse import urlencode

from core.join.entity import Entity, Kind, Place
from core.join.join import Join


def link_name(entity: Entity) -> str:
    """An entity as one word, which the browser reports back.

    >>> link_name(Entity(Kind.TERM, "lora"))
    'term/lora'
    """
    return f"{entity.kind.value}/{entity.id}"


def link_href(place: Place, path: str, back: str) -> str:
    """The address of a place below the app's own, on the page of that path, with the way back.

    >>> from core.content.pages import Page
    >>> link_href(Place(Entity(Kind.TERM, "lora"), "LoRA", Page.TAKEAWAYS, {"term": "lora"}), "takeaways", "compare")
    'takeaways?term=lora&from=compare'
    """
    return f"{path or '.'}?{urlencode({**place.params, 'from': back}, safe=',')}"


def named_place(join: Join, name: object) -> Place | None:
    """The place that a reported word names; None for anything else."""
    kind, _, entity_id = str(name or "").partition("/")
    return join.places.get(Entity(Kind(kind), entity_id)) if kind in tuple(Kind) else None
