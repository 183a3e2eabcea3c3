"""Fine-tuning. What changes inside a model when you train it further, and what that costs."""

from components import session
from components.lesson import lesson
from components.lesson_onward import lesson_onward

content = session.content()
lesson(content, "fine-tuning")
lesson_onward(content, "fine-tuning")
