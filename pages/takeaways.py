"""Takeaways and glossary. The chapter on one page, and every term."""

from components import session
from components.takeaways import takeaways

takeaways(session.content())
