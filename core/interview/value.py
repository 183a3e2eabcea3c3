"""The base of what an interview keeps as JSON. Pure."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """Frozen, and strict about names."""

    model_config = ConfigDict(frozen=True, extra="forbid")
