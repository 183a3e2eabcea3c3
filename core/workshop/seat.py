"""The three views of a room: the host's, a participant's, the big screen's. Pure."""

from enum import Enum


class Seat(Enum):
    """The host leads and sees the notes, a participant votes on a phone, the big screen is read by all of the room."""

    HOST = "host"
    PARTICIPANT = "participant"
    SCREEN = "screen"
