"""Text that is safe to open in a spreadsheet. Pure."""

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""What a cell begins with that a spreadsheet takes for a formula.

Source: https://owasp.org/www-community/attacks/CSV_Injection
"""


def harmless(text: str) -> str:
    """Text that a spreadsheet does not take for a formula.

    >>> harmless("=1+1"), harmless("lora")
    ("'=1+1", 'lora')
    """
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text
