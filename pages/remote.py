"""Remote. The presenter's phone."""

from components import session
from components.workshop_remote import workshop_remote

workshop_remote(session.content())
