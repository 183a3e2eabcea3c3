"""Interview. Answer free questions against a clock, and see which points you made."""

from components import session
from components.interview import interview

interview(session.content())
