import doctest
import importlib
import pkgutil

import pytest

import core

MODULES = sorted(
    info.name for info in pkgutil.walk_packages(core.__path__, "core.") if not info.name.endswith("__main__")
)


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_come_out_as_written(name):
    result = doctest.testmod(importlib.import_module(name))
    assert result.failed == 0
