"""The items of the guide for authors, by id: one of each kind, and the product's own bank."""

from pydantic import TypeAdapter

from core.content.items import AnyItem, Item
from core.content.yaml_text import read_yaml
from tests.content.test_authoring_guide import EXAMPLES
from tests.read_once import load_content

_ITEMS: TypeAdapter[list[AnyItem]] = TypeAdapter(list[Item])
ITEMS: dict[str, AnyItem] = {item.id: item for item in _ITEMS.validate_python(read_yaml(EXAMPLES))}
ALL: dict[str, AnyItem] = ITEMS | load_content().item_by_id


def example(name: str) -> AnyItem:
    """The example whose id ends so."""
    return ITEMS[f"example-{name}"]
