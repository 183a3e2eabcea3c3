"""The items that the gallery shows: one of each kind, the hard cases among them, and a generated one."""

from pathlib import Path

from pydantic import TypeAdapter

from core.content.items import AnyItem, Item
from core.content.yaml_text import read_yaml
from core.quiz.generated import FAMILIES
from tests.unit.quiz.examples import ITEMS

_READ: TypeAdapter[list[AnyItem]] = TypeAdapter(list[Item])
_HARD = {
    item.id: item
    for item in _READ.validate_python(
        read_yaml((Path(__file__).parent / "hard_items.yaml").read_text(encoding="utf-8"))
    )
}
_GENERATED: dict[str, AnyItem] = {family.id: family.item(1) for family in FAMILIES.values()}
ALL: dict[str, AnyItem] = ITEMS | _HARD | _GENERATED
