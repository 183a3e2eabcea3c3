"""Join. A code, a name, and you are in."""

from components import session
from components.workshop_join import workshop_join

workshop_join(session.content())
