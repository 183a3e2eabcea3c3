"""Anybody's text where Markdown is shown. Pure."""

import re

_LINKS = re.compile(r"//|www(?=\.)|@", re.IGNORECASE)


def unlinked(text: str) -> str:
    r"""The text with a word joiner behind each sign that makes a bare address a link, escaped or not.

    >>> unlinked("www.b.c, a@b.c")
    'www\u2060.b.c, a@\u2060b.c'
    """
    return _LINKS.sub("\\g<0>\N{WORD JOINER}", text)
