"""Fine-tuning. What changes inside a model when you train it further, and what that costs."""

from components import session
from components.lesson import lesson

lesson(session.content(), "fine-tuning")
