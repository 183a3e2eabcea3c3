"""Text that is safe to open in a spreadsheet. Pure."""


def harmless(text: str) -> str:
    """Text that a spreadsheet does not take for a formula.

    >>> harmless("=1+1"), harmless("lora")
    ("'=1+1", 'lora')
    """
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
