"""Text that is safe to open in a spreadsheet. Pure."""

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a cell begins with that a spreadsheet takes for a formula; the last four are wide forms, for a Japanese one.

Source: https://owasp.org/www-community/attacks/CSV_Injection
"""


def harmless(text: str) -> str:
    """The text, after an apostrophe if a spreadsheet would take it for a formula.

    >>> harmless("=1+1"), harmless("lora")
    ("'=1+1", 'lora')
    """
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text
