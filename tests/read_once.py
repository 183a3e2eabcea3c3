"""The product's own content, read once for all tests of a process: it is frozen, and no test writes into its folder."""

from functools import cache

from core.content import loader, translation_loader
from core.content.models import Content


@cache
def load_content() -> Content:
    """The content in English."""
    return loader.load_content(loader.OWN_DIRECTORY)


def load_languages() -> dict[str, Content]:
    """The content in every language, by code."""
    return dict(_languages())


@cache
def _languages() -> dict[str, Content]:
    return translation_loader.load_languages(loader.OWN_DIRECTORY)
