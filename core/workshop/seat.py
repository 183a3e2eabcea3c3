"""From where somebody looks at a room. Pure."""

from enum import Enum


class Seat(Enum):
    """The host leads and sees the notes, a participant votes on a phone, the big screen is read by all of the room."""

    HOST = "host"
    PARTICIPANT = "participant"
    SCREEN = "screen"
