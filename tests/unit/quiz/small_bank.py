"""The product's content with the guide's examples added to its bank."""

from core.content.models import Content
from tests.read_once import load_content
from tests.unit.quiz.examples import ITEMS


def small_bank() -> Content:
    """Content that has every kind of item."""
    content = load_content()
    parts = {name: getattr(content, name) for name in Content.model_fields}
    own = tuple(item for item in content.items if item.id not in ITEMS)
    return Content.model_construct(**(parts | {"items": (*own, *ITEMS.values())}))


BANK = small_bank()
