"""Turns a Python error in a file of the course into one sentence for its author. Pure."""

import traceback
from pathlib import Path

MISTAKES = (
    AssertionError,
    AttributeError,
    ImportError,
    NameError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""What Python raises where code is written wrongly. A key that is missing is not among them: it may as well be ours."""
_CALCULATORS = Path(__file__).parent


def mistake(error: BaseException) -> tuple[str, str]:
    """Where a mistake is and what it is: `('labelling.py, line 31', "stops with NameError, …; correct it there")`.

    The line is the last that ran in the calculators, after the one that called them; the last of all where none did.
    """
    what = error.msg if isinstance(error, SyntaxError) else str(error)
    return _place(error), f"stops with {type(error).__name__}, {what}; correct it there"


def _place(error: BaseException) -> str:
    if isinstance(error, SyntaxError) and error.filename:
        return f"{Path(error.filename).name}, line {error.lineno}"
    called = traceback.extract_tb(error.__traceback__)[1:]
    ours = [frame for frame in called if Path(frame.filename).parent == _CALCULATORS] or called
    return f"{Path(ours[-1].filename).name}, line {ours[-1].lineno}" if ours else "compute"
