"""How long a text of the bank may be, said so that its author knows what to do."""


def assert_words(what: str, text: str, least: int, most: int) -> None:
    """Fails with the number of words that there are and that there may be."""
    count = len(text.split())
    assert least <= count <= most, f"{what} has {count} words; write {least} to {most}: {text!r}"
