"""A text with gaps to fill."""

from collections.abc import Callable

from components.typed_fields.typed_fields import Field, typed_fields
from core.content.typed_items import GAP, Cloze
from core.language.text import t
from core.quiz.answers import AnyAnswer, Filled


def fill_gaps(item: Cloze, key: str, draft: AnyAnswer | None, on_submit: Callable[[], None] | None) -> None:
    """Draws the text, a field in each gap."""
    drafted = dict(draft.texts) if isinstance(draft, Filled) else {}
    known = {gap.id for gap in item.gaps}
    parts: list[str | Field] = []
    fields = 0
    for index, part in enumerate(GAP.split(item.text)):
        if index % 2 and part in known:
            fields += 1
            parts.append(Field(part, t("Gap {place} of {count}", place=fields, count=len(known))))
        elif part:
            parts.append(part)
    typed_fields(tuple(parts), f"{key}.typed", drafted, on_submit=on_submit)
