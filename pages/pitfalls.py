"""Pitfalls. Four reasons to hold back from fine-tuning, seven things that go wrong once you start."""

from components import session
from components.lesson import lesson
from components.lesson_onward import lesson_onward
from components.pitfall_list import pitfall_list

content = session.content()
lesson(content, "pitfalls")
pitfall_list(content)
lesson_onward(content, "pitfalls")
