"""Takeaways and glossary. The chapter on one page, and every term."""

from components import session
from components.lesson import lesson

lesson(session.content(), "takeaways")
