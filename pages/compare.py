"""Compare approaches. Five ways to better output, by cost, time and what they are good for."""

from components import session
from components.compare_approaches import compare_approaches, cost_rows
from components.page_head import page_head

content = session.content()
page_head("Compare approaches", "Five ways to better output, from an afternoon's prompt to a model of your own.")
compare_approaches(content)
cost_rows(content)
