"""Who comes to a room and who leaves it, as facts. Pure."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from core.workshop.event_base import EventBase

PersonId = Annotated[str, StringConstraints(min_length=1, max_length=64)]


class Joined(EventBase):
    """A person came in, or came back under the same id."""

    kind: Literal["joined"] = "joined"
    person: PersonId
    name: str


class Renamed(EventBase):
    """A person took another name."""

    kind: Literal["renamed"] = "renamed"
    person: PersonId
    name: str


class Left(EventBase):
    """A person went by themselves, and may come back."""

    kind: Literal["left"] = "left"
    person: PersonId


class Removed(EventBase):
    """The host sent a person out."""

    kind: Literal["removed"] = "removed"
    person: PersonId


class LetBack(EventBase):
    """The host took a person in again whom they had sent out."""

    kind: Literal["let-back"] = "let-back"
    person: PersonId
    name: str
