"""The id of a learner in a room: the same after a reload, another one in every room. Pure."""

import hashlib


def person_id(code: str, learner: str) -> str:
    """The person's id in a room; it tells nothing of the learner.

    Args:
        code: the room's code.
        learner: the key that the store knows the learner by.

    >>> person_id("ABC-234", "f" * 64)
    'fab5fae9bbbde32ab11accde'
    """
    return hashlib.sha256(f"{code}~{learner}".encode()).hexdigest()[:24]
