"""What all tests share: the product's own content, read once."""

import pytest

from core.content.loader import load_content
from core.content.models import Content


@pytest.fixture(scope="session")
def content() -> Content:
    return load_content()
