"""Calculators. Cost, memory, labels, break-even: the chapter's values, or your own."""

from components import session
from components.calculator_bench import calculator_bench
from components.calculator_chooser import calculator_chooser
from components.calculator_decision import calculator_decision

calculator_decision(session.content())
calculator_bench(calculator_chooser())
