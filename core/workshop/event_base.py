"""The base of every event of a room. Pure."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict


class EventBase(BaseModel):
    """Base of all events: frozen, strict about names, with the moment on the server's clock (UTC)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    at: datetime
