"""What all tests share: the product's own content and tables, read once; and one thread of arithmetic a process."""

import os

import pytest
from hypothesis import settings

# Before NumPy is imported: on a busy machine the threads of small products wait for each other ten times as long.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from core.content.loader import OWN_DIRECTORY
from core.content.models import Content
from core.content.reference import Reference
from core.content.reference_loader import load_reference
from tests.read_once import load_content

# How long one example takes says how busy the machine is, and nothing of the code.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def content() -> Content:
    return load_content()


@pytest.fixture(scope="session")
def reference() -> Reference:
    return load_reference(OWN_DIRECTORY / "reference")
