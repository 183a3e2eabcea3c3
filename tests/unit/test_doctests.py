"""Every worked example in a docstring of the pure core gives what it says."""

import doctest
import importlib
import pkgutil

import pytest

import core.calculators
import core.content

MODULES = [
    "core.number_format",
    *(
        f"{package.__name__}.{info.name}"
        for package in (core.calculators, core.content)
        for info in pkgutil.iter_modules(package.__path__)
    ),
]


@pytest.mark.parametrize("name", MODULES)
def test_docstring_examples_hold(name: str) -> None:
    failed, _ = doctest.testmod(importlib.import_module(name))
    assert failed == 0
