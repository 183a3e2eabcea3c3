"""A sentence for screen readers only: the live region is there before its words, so that they count as a change."""

from components.browser_code.browser_component import browser_component

_mount = browser_component(__file__, '<p role="status">\n</p>')


def announcement(words: str, token: str, key: str) -> None:
    """Says the words, once for each token."""
    _mount(key=f"announcement.{key}", data={"words": words, "token": token})
