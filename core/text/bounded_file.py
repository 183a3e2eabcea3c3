"""Reads a file up to a bound: one without an end, or of many gigabytes, would fill the memory before it is refused."""

from typing import BinaryIO


class TooLargeError(ValueError):
    """A file holds more than is read; the message says than how much, to go behind “the file is”."""


def bounded_bytes(file: BinaryIO, most_bytes: int) -> bytes:
    """What an open file holds.

    Raises:
        TooLargeError: that is more than `most_bytes`.
        OSError: it cannot be read.

    >>> import io
    >>> bounded_bytes(io.BytesIO(b"four"), 4)
    b'four'
    """
    data = file.read(most_bytes + 1)
    if len(data) > most_bytes:  # before anybody decodes it: it may be cut within a letter
        raise TooLargeError(f"larger than {most_bytes / 1e6:.0f} MB")
    return data
