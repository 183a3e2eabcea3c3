"""The source code of experiments, so that the page can show what ran. Reads files of the product only."""

import inspect

from core.lab.catalogue import EXPERIMENTS


def source_of(experiment: str) -> tuple[str, str]:
    """The file of an experiment, as a path in the product, and its code.

    >>> source_of("bits")[0]
    'core/lab/experiments/bits.py'

    Raises:
        KeyError: there is no such experiment.
    """
    module = inspect.getmodule(EXPERIMENTS[experiment].run)
    assert module is not None  # functions of experiments are defined in files
    return f"{module.__name__.replace('.', '/')}.py", inspect.getsource(module)
