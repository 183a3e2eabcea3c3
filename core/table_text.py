"""Tables that people bring as files: what parts their cells, and why one cannot be read. Pure."""


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
