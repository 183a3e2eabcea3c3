"""Escapes text from anybody for use in Markdown. Pure."""

import re

_SIGNS = re.compile(r"[\\`*_{}\[\]()<>#!|~$]|&(?=#?\w+;)")
_EVERY_SIGN = re.compile(r"([!-/:-@\[-`{-~])")
_OPENS_A_LINE = re.compile(r"^(\s*\d*)([-+=.])(?!\d)", re.MULTILINE)
"""A list, numbered or not, or what makes a heading of the line above."""
_STYLES = re.compile(r":(?=\w)")
_LINKS = re.compile(r"//|www(?=\.)|@", re.IGNORECASE)


def literal(text: str) -> str:
    r"""The text, so that a Markdown file shows it as it stands; a bare address in it may still become a link.

    >>> literal("2 * 3 <b> re-train"), literal("- a"), literal("1. a"), literal("35.5 GiB"), literal("R&D &amp;")
    ('2 \\* 3 \\<b\\> re-train', '\\- a', '1\\. a', '35.5 GiB', 'R&D \\&amp;')
    >>> literal("$x$")  # many viewers draw formulas
    '\\$x\\$'
    """
    return _OPENS_A_LINE.sub(r"\1\\\2", _SIGNS.sub(r"\\\g<0>", text))


def literal_label(text: str) -> str:
    r"""The text with every sign escaped, for the label of a widget: Streamlit draws formulas, colours and icons there.

    >>> literal_label("$5 a * b, :tada:")
    '\\$5 a \\* b\\, \\:tada\\:'
    """
    return _EVERY_SIGN.sub(r"\\\1", text)


def unlinked(text: str) -> str:
    r"""The text with a word joiner behind each sign that makes a bare address a link, escaped or not.

    >>> unlinked("www.b.c, a@b.c")
    'www\u2060.b.c, a@\u2060b.c'
    """
    return _LINKS.sub("\\g<0>\N{WORD JOINER}", text)


def unstyled(text: str) -> str:
    r"""The text with a word joiner behind each colon that makes a colour, an icon or an emoji where Streamlit draws it.

    >>> unstyled(":red[a], :tada:, note: b")
    ':\u2060red[a], :\u2060tada:, note: b'
    """
    return _STYLES.sub("\\g<0>\N{WORD JOINER}", text)
