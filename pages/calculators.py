"""Calculators. Cost, memory, labels, break-even: the chapter's values, or your own."""

from components import session
from components.calculator_bench import calculator_bench
from components.calculator_chooser import calculator_chooser
from components.calculator_decision import calculator_decision
from components.calculator_onward import calculator_onward
from components.calculator_practice import calculator_practice
from components.way_here import way_here

content = session.content()
calculator_decision(content)
calculator = calculator_chooser()
calculator_bench(calculator, way_here())
calculator_practice(calculator)
calculator_onward(content, calculator)
