"""Every page of the map, and the states of pages that look different: what the checks of all pages go through."""

from tests.open_pages import open_pages

STATES = {
    "/pipeline": ["?view=text", "?step=fine-tuning"],
    "/decide": [
        "?problem=style",
        "?problem=knowledge,style&data-size=fits&style-prompting=no",
        "?problem=style&style-prompting=yes&style-examples=yes",
        "?problem=style&style-prompting=yes&style-examples=yes&view=record",
        "?problem=tea",
    ],
}


def pages() -> list[str]:
    """The address of every page."""
    return [page.address for page in open_pages()]


def views() -> list[str]:
    """The address of every page and of its states."""
    return [page + state for page in pages() for state in ("", *STATES.get(page, []))]
