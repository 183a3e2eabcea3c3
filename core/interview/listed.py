"""Lists of words, written as text. Pure."""


def listed(text: str) -> frozenset[str]:
    """The words of a text that spaces separate.

    >>> sorted(listed("no nor"))
    ['no', 'nor']
    """
    return frozenset(text.split())
