import doctest
import importlib
import pkgutil

import pytest

import core

NO_MODULES = ("__main__", "migrations.env")
MODULES = sorted(i.name for i in pkgutil.walk_packages(core.__path__, "core.") if not i.name.endswith(NO_MODULES))


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_come_out_as_written(name):
    result = doctest.testmod(importlib.import_module(name))
    assert result.failed == 0
