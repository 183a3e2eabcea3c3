"""Tables that people bring as files: decodes them, finds the delimiter, and says why one cannot be read. Pure."""

import codecs
import csv
import io
import re

_SAID = re.compile(r'"?sep=([,;\t])"?[,;\t ]*\r?\n', re.IGNORECASE)
"""A first line that tells Excel what parts the cells."""
_END = "\x03end of the table"


class NotATableError(ValueError):
    """A text that is no table; the message is a sentence."""


def table_text(data: bytes) -> str:
    """The text of a table in UTF-8 or, as Excel's “Unicode text” is, in UTF-16; each line ends in a line feed.

    Raises:
        UnicodeDecodeError: it is in neither.
    """
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = data.decode("utf-16" if wide else "utf-8-sig")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def table_rows(text: str, most_letters: int = 131_072) -> list[list[str]]:
    r"""The rows that say something; a cell holds `most_letters` at the most, by default as many as Python reads.

    Raises:
        NotATableError: a cell holds more, or a quote in the table is never closed.

    >>> table_rows("sep=;\na;b\n\n1;2")
    [['a', 'b'], ['1', '2']]
    """
    table, mark = rows_and_mark(text)
    before = csv.field_size_limit(most_letters)
    try:
        rows = list(csv.reader(io.StringIO(f"{table}\n{_END}", newline=""), delimiter=mark))
    except csv.Error as error:
        is_long = "field limit" in str(error)
        why = f"a cell has more than {most_letters:,} letters" if is_long else str(error)
        raise NotATableError(f"this is not a CSV table ({why}); close any open quote, or export it again.") from error
    finally:
        csv.field_size_limit(before)
    if rows.pop() != [_END]:  # it stands in a cell: the rows before it would silently be lost
        raise NotATableError("a quote is opened and never closed; close it, or write two quotes for one.")
    return [row for row in rows if any(row)]


def rows_and_mark(text: str) -> tuple[str, str]:
    r"""The table without a first line `sep=;`, and what parts its cells: as that line says, or as the header shows.

    >>> rows_and_mark("sep=;\nid;question\n"), rows_and_mark("id\tquestion\n")
    (('id;question\n', ';'), ('id\tquestion\n', '\t'))
    """
    said = _SAID.match(text)
    return (text[said.end() :], said[1]) if said else (text, cell_mark(text))


def cell_mark(text: str) -> str:
    r"""What parts the cells, by the first line: spreadsheets in German write semicolons, others tabs.

    >>> cell_mark("id;question\na;What, then?"), cell_mark("id\tquestion"), cell_mark("id")
    (';', '\t', ',')
    """
    return max(",;\t", key=text.split("\n", 1)[0].count)


def why_unread(error: OSError | UnicodeDecodeError) -> str:
    """What to say of a file that could not be opened or is not in UTF-8."""
    if isinstance(error, OSError):
        return f"{error.strerror}; check the name."
    return "the file is not in UTF-8; save it as “CSV UTF-8” and try again."
