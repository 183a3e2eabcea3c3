"""Host. Opens a room and leads it."""

from components import session
from components.workshop_host import workshop_host

workshop_host(session.content())
