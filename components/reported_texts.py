"""Validates a mapping of texts that a component's browser code reported."""

from components import session

MOST_CHARACTERS = 400
"""Longer text is cut."""


def reported_texts(key: str, name: str) -> dict[str, str] | None:
    """The mapping without anything that is not text; None when nothing was reported yet."""
    found = session.reported(key, name)
    if found is None:
        return None
    pairs = found.items() if isinstance(found, dict) else ()
    return {str(part): text[:MOST_CHARACTERS] for part, text in pairs if isinstance(text, str)}
