"""How wide a line of text is in the diagrams' face, and where a label breaks. Pure."""

# Advance widths of IBM Plex Sans at weights 400 and 600 in thousandths of the font size, in the order of _CHARACTERS.
# Source: pages/static/ibm-plex-sans-latin-wght-normal.woff2 (5.3.0), read with fontTools 2026-11-24.
_CHARACTERS = "".join(chr(code) for code in range(ord(" "), ord("z") + 1))
_REGULAR = (
    "236 284 419 713 598 927 694 242 335 335 450 600 272 399 272 383 600 600 600 600 600 600 600 600 600 600 292 292 "
    "600 600 600 477 891 641 653 621 671 583 559 695 707 400 510 634 501 812 707 708 606 708 640 581 572 678 609 891 "
    "613 593 580 317 383 317 600 565 600 534 580 503 580 549 324 528 568 250 250 527 272 873 568 560 580 580 367 487 "
    "351 568 492 768 507 499 464"
)
_SEMIBOLD = (
    "236 309 471 656 600 960 713 260 337 337 556 600 299 402 299 437 600 600 600 600 600 600 600 600 600 600 319 319 "
    "600 600 600 493 899 672 663 642 689 600 577 712 719 423 545 678 521 817 719 712 641 712 664 611 580 689 638 949 "
    "655 632 599 329 437 329 600 559 600 559 600 513 600 558 350 545 588 275 275 562 294 888 588 563 600 600 393 499 "
    "374 588 524 819 544 524 502"
)
_WIDTHS = {
    400: dict(zip(_CHARACTERS, map(int, _REGULAR.split()), strict=True)),
    600: dict(zip(_CHARACTERS, map(int, _SEMIBOLD.split()), strict=True)),
}
_OTHER = 620  # a character that is not in the table: about a wide letter


def text_width(line: str, size_px: float, weight: int = 400) -> float:
    """Width of a line in px. `weight` is 400 or 600.

    >>> round(text_width("RAG", 14, 600), 1)
    28.7
    """
    widths = _WIDTHS[weight]
    thousandths = sum(widths.get(character, _OTHER) for character in line.replace("\u00a0", " "))
    return thousandths * size_px / 1000


def wrapped(line: str, limit_px: float, size_px: float, weight: int = 400) -> tuple[str, ...]:
    """The line broken at spaces so that no part is wider than `limit_px`, unless a single word is.

    >>> wrapped("RAG: retrieve at query time", 100, 14, 600)
    ('RAG: retrieve', 'at query time')
    """
    parts: list[str] = []
    for word in line.split(" "):
        longer = f"{parts[-1]} {word}" if parts else word
        if parts and text_width(longer, size_px, weight) <= limit_px:
            parts[-1] = longer
        else:
            parts.append(word)
    return tuple(parts)


def evenly(line: str, limit_px: float, size_px: float, weight: int = 400) -> tuple[str, ...]:
    """The line broken into as few parts as `wrapped` needs, the widest of them as narrow as can be.

    >>> wrapped("Have you tried good prompting?", 106, 14, 600)
    ('Have you tried', 'good', 'prompting?')
    >>> evenly("Have you tried good prompting?", 106, 14, 600)
    ('Have you', 'tried good', 'prompting?')
    """
    parts = wrapped(line, limit_px, size_px, weight)
    for narrower in range(int(limit_px), 0, -1):
        tried = wrapped(line, narrower, size_px, weight)
        if len(tried) > len(parts):
            break
        parts = tried
    return parts
