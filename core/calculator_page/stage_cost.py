"""What a stop of the pipeline costs, beside what somebody guessed before it was shown. Pure."""

from core.calculator_page.guess import Compared, compare_stated
from core.calculators.model import Quantity, Unit
from core.content.facts import Range
from core.content.facts import Unit as FigureUnit
from core.content.lessons import CostGuess
from core.content.models import Content


def stated_cost(content: Content, guess: CostGuess) -> Range:
    """The dollars that the claims of a guess state, from the lowest to the highest.

    >>> from core.content.loader import load_content
    >>> from core.numbers.figures import figure_text
    >>> content = load_content()
    >>> [figure_text(stated_cost(content, one.guess)) for one in content.stages if one.guess]
    ['$50–100M', '$10–960']
    """
    figures = [figure for claim in guess.claims for figure in content.claim_by_id[claim].figures]
    ends = [end for one in figures if one.unit is FigureUnit.USD for end in (one.low, one.high or one.low)]
    low, high = min(ends), max(ends)
    return Range(low=low, high=high if high > low else None, unit=FigureUnit.USD)


def compare_cost(guessed: float, stated: Range) -> Compared:
    """A guess in dollars beside the stated cost: its ratio is to the nearer end of a range, and 1 within it.

    >>> compare_cost(5e6, Range(low=50e6, high=100e6, unit=FigureUnit.USD)).words
    'Too low: the answer is 10 times your guess.'
    """
    return compare_stated(guessed, Quantity("cost", "", stated.low, Unit.USD, stated.low, stated.high))
