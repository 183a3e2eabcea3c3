"""Steps to put in order."""

from components.step_list.step_list import step_list
from core.content.arranged_items import Order
from core.quiz.answers import AnyAnswer, Arranged


def order_steps(item: Order, order: tuple[str, ...], key: str, draft: AnyAnswer | None) -> None:
    """Draws the list, in the order shown or drafted."""
    texts = {step.id: step.text for step in item.steps}
    drafted = draft.steps if isinstance(draft, Arranged) and sorted(draft.steps) == sorted(texts) else None
    shown = order if sorted(order) == sorted(texts) else tuple(texts)
    step_list({name: texts[name] for name in shown}, f"{key}.steps", drafted)
