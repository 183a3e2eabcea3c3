"""The bank as a file for other programs, by the name of the format. Pure."""

from collections.abc import Callable
from datetime import datetime

from core.content.items import AnyItem
from core.export.anki import anki_deck
from core.export.csv_items import items_csv
from core.export.gift import gift
from core.export.qti import qti_package

BANK_FORMATS: dict[str, Callable[[tuple[AnyItem, ...], datetime], bytes]] = {
    "anki": anki_deck,
    "gift": lambda items, _: gift(items).encode(),
    "qti": qti_package,
    "csv": lambda items, _: b"\xef\xbb\xbf" + items_csv(items).encode(),
}
"""What makes the file from the items, at a moment. `components/question_downloads.py` says what each is for."""
