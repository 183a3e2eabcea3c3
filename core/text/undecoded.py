"""Finds the line at which a file stops being valid UTF-8. Pure."""


def undecoded_line(error: UnicodeDecodeError) -> int:
    r"""The line, from 1, of the first byte that could not be read.

    >>> try:
    ...     b"one\ntw\xf6\n".decode()
    ... except UnicodeDecodeError as error:
    ...     undecoded_line(error)
    2
    """
    return error.object.count(b"\n", 0, error.start) + 1
