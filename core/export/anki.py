"""The bank as an Anki deck. A note keeps its identity, so that a later import updates it and doubles nothing. Pure."""

import html
import io
import re
from collections.abc import Iterable
from datetime import datetime

import genanki

from core.content.interview_items import FreeAnswer
from core.content.items import AnyItem
from core.content.typed_items import GAP, Cloze
from core.export.item_text import answer_text, question_text

DECK_ID = 1_764_000_011
BASIC_ID, CLOZE_ID = 1_764_000_012, 1_764_000_013
"""Anki knows deck and note types by these numbers; they never change."""

_STYLE = ".card { font: 20px sans-serif; text-align: left; max-width: 40em; margin: auto } .why { opacity: .75 }"
_BACK = '{{FrontSide}}<hr id="answer">{{Answer}}<p class="why">{{Explanation}}</p>'
_BASIC = genanki.Model(
    BASIC_ID,
    "LLM Ladder",
    fields=[{"name": name} for name in ("Question", "Answer", "Explanation", "Id")],
    templates=[{"name": "Card", "qfmt": "{{Question}}", "afmt": _BACK}],
    css=_STYLE,
)
_CLOZE = genanki.Model(
    CLOZE_ID,
    "LLM Ladder Cloze",
    fields=[{"name": name} for name in ("Text", "Explanation", "Id")],
    templates=[{"name": "Cloze", "qfmt": "{{cloze:Text}}", "afmt": '{{cloze:Text}}<p class="why">{{Explanation}}</p>'}],
    css=_STYLE,
    model_type=genanki.Model.CLOZE,
)


def anki_deck(items: Iterable[AnyItem], now: datetime) -> bytes:
    """A package (`.apkg`) of a deck that holds a note for each of the `noted_items`."""
    deck = genanki.Deck(DECK_ID, "LLM Ladder")
    for item in noted_items(items):
        deck.add_note(_note(item))
    file = io.BytesIO()
    genanki.Package(deck).write_to_file(file, timestamp=now.timestamp())
    return file.getvalue()


def noted_items(items: Iterable[AnyItem]) -> tuple[AnyItem, ...]:
    """Those that a deck holds: all but the interview questions."""
    return tuple(item for item in items if not isinstance(item, FreeAnswer))


def _note(item: AnyItem) -> genanki.Note:
    guid = genanki.guid_for("llm-ladder", item.id)
    tags = [f"llm-ladder::{item.kind}", f"llm-ladder::{item.node}", *item.tags]
    why = _lines(item.explanation)
    if isinstance(item, Cloze):
        return genanki.Note(_CLOZE, [_cloze(item), why, item.id], guid=guid, tags=tags)
    fields = [_lines(question_text(item)), _lines(answer_text(item)), why, item.id]
    return genanki.Note(_BASIC, fields, guid=guid, tags=tags)


def _cloze(item: Cloze) -> str:
    numbers = {gap.id: (number, gap.answer) for number, gap in enumerate(item.gaps, 1)}
    text = html.escape(item.text, quote=False)

    def mark(gap: re.Match[str]) -> str:
        number, answer = numbers[gap[1]]
        return f"{{{{c{number}::{html.escape(answer, quote=False)}}}}}"

    return GAP.sub(mark, text)


def _lines(text: str) -> str:
    return html.escape(text, quote=False).replace("\n", "<br>")
