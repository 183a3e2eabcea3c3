"""Alignment. How a model learns which of two answers people would rather have."""

from components import session
from components.lesson import lesson
from components.lesson_onward import lesson_onward

content = session.content()
lesson(content, "alignment")
lesson_onward(content, "alignment")
