"""What can be linked to and searched for: kinds of entity, an entity's name, and the place that opens it. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from core.content.pages import Page


class Kind(StrEnum):
    """Every kind of thing that has an address."""

    PAGE = "page"
    STAGE = "stage"
    NODE = "node"
    BLOCK = "block"
    PITFALL = "pitfall"
    CLAIM = "claim"
    TERM = "term"
    QUESTION = "question"
    OUTCOME = "outcome"
    APPROACH = "approach"
    CALCULATOR = "calculator"
    ITEM = "item"
    CASE = "case"
    INTERVIEW = "interview"
    STATION = "station"
    STEP = "step"


@dataclass(frozen=True, order=True)
class Entity:
    """A thing of the course by its kind and id; an agenda's step is `<agenda>/<step>`."""

    kind: Kind
    id: str


@dataclass(frozen=True)
class Place:
    """Where an entity is shown: its name, the page, and what the address carries."""

    entity: Entity
    title: str
    page: Page
    params: Mapping[str, str] = field(default_factory=dict)
