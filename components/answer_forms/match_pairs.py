"""Things on the left, each to be matched with one on the right."""

from collections.abc import Callable

from components.pair_fields.pair_fields import pair_fields
from core.content.arranged_items import Match
from core.quiz.answers import AnyAnswer, Matched


def match_pairs(
    item: Match,
    order: tuple[str, ...],
    key: str,
    draft: AnyAnswer | None,
    on_submit: Callable[[], None] | None,
) -> None:
    """Draws the left sides, each with a menu of the right sides in the order shown."""
    rights = item.rights
    shown = order if sorted(order) == sorted(rights) else tuple(rights)
    drafted = dict(draft.pairs) if isinstance(draft, Matched) else {}
    pair_fields(item.lefts, {name: rights[name] for name in shown}, f"{key}.pairs", drafted, on_submit)
