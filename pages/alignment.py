"""Alignment. How a model learns which of two answers people would rather have."""

from components import session
from components.lesson import lesson

lesson(session.content(), "alignment")
